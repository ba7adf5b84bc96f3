package org.annals.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionParametersTest {
    private static final String PAGE = "http://www.example.gov.cn/r.jsp";

    @ParameterizedTest
    @CsvSource({
        "?s=607f5a17, ?s=5368a486, s",
        "?id=7&SID=00000001, ?id=7&SID=00000002, sid",
        "'', ?sid=00000002, sid",
        "?_=0.8391, ?_=0.1127, _"
    })
    void aNameAndAValueOfAVisitMayTellOneVisitFromAnother(String one, String other, String parameter) {
        assertThat(SessionParameters.difference(PAGE + one, PAGE + other)).contains(parameter);
    }

    @ParameterizedTest
    @CsvSource({
        "?id=607f5a17, ?id=5368a486",
        "?s=1, ?s=2",
        "?s=607f5a17&id=1, ?s=5368a486&id=2",
        "?s=607f5a17, ?s=607f5a17",
        "?s=607f5a17, ?t=5368a486",
        "/1?s=607f5a17, /2?s=5368a486"
    })
    void anythingElseTellsPagesApart(String one, String other) {
        assertThat(SessionParameters.difference(PAGE + one, PAGE + other)).isEmpty();
    }

    @Test
    void onlyValuesOfAVisitAreLeftOut() {
        Set<String> parameters = Set.of("s");
        assertThat(SessionParameters.without(PAGE + "?s=607f5a17&id=7", parameters))
                .isEqualTo(PAGE + "?id=7");
        assertThat(SessionParameters.without(PAGE + "?s=607f5a17", parameters)).isEqualTo(PAGE);
        assertThat(SessionParameters.without(PAGE + "?s=nb&id=7", parameters)).isEqualTo(PAGE + "?s=nb&id=7");
    }

    @ParameterizedTest
    @CsvSource({
        "?v=384756, ''",
        "?id=7&r=58391, ?id=7",
        "?id=7&_t=0.4821, ?id=7",
        "?v=2022&r=12, ?v=2022&r=12",
        "?id=384756&sid=00000001, ?id=384756&sid=00000001"
    })
    void numbersAgainstCachesAreLeftOutForComparing(String query, String without) {
        assertThat(SessionParameters.withoutNumbers(PAGE + query)).isEqualTo(PAGE + without);
    }
}
