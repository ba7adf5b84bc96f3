package org.annals.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Histories in the short form of {@link TimeMapTest}. */
class RenditionsTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            one address                               | 1a=A 2a=B                  | abc | {}
            the same figures                          | 1a=A 1b=A                  | abc | {}
            another narrative only                    | 1a=A 1b=At                 | abc | {}
            other figures in one run                  | 1a=A 1b=B                  | abc | {b=b}
            whichever was asked first                 | 1b=B 1a=A                  | abc | {b=b}
            the first of the list keeps the name      | 1b=B 2a=A 2b=B             | bac | {a=a}
            though another one is older               | 1b=B 2a=A 2b=B             | abc | {b=b}
            not asked is there as it was              | 1a=A 2b=B                  | abc | {b=b}
            moved and corrected                       | 1a=A 2a=x 2b=B             | abc | {}
            moved and corrected, asked in this order  | 1a=A 2b=B 2a=x             | abc | {}
            moved and corrected, redirected           | 1a=A 2b=B 2a=>             | abc | {}
            a failure is not gone                     | 1a=A 2a=? 2b=B             | abc | {b=b}
            the old one turns out to be there         | 1a=A 2a=x 2b=B 3a=A 3b=B   | abc | {b=b}
            corrected at one address                  | 1a=A 2a=B                  | abc | {}
            a third with the figures of the second    | 1a=A 1b=B 1c=B             | abc | {b=b, c=b}
            a third of its own                        | 1a=A 1b=B 1c=C             | abc | {b=b, c=c}
            a report that says its name itself        | 1a=A 1b=B                  | a   | {a=a}
            two that say their name themselves        | 1a=A 1b=B                  | c   | {}
            """)
    void addressesAreToldApart(String name, String observations, String assumed, String expected) {
        List<String> urls = List.of(assumed.split(""));
        Map<String, String> apart = Renditions.apart(TimeMapTest.observations(observations), urls);
        assertThat(new TreeMap<>(apart)).hasToString(expected);
    }
}
