package org.annals.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.annals.fetch.AddressGuard;
import org.annals.fetch.Network;
import org.annals.government.Government;
import org.annals.government.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortDelayTest {
    private static final Duration SHORT = Duration.ofMillis(999);
    /** 11.0.0.0/8 is as public as any. */
    private static final Network NAMES = host -> switch (host) {
        case "www.example.gov.cn" -> addresses("10.1.2.3", "11.1.2.3");
        case "intranet" -> addresses("10.1.2.3");
        case "lost" -> throw new UnknownHostException(host);
        default -> addresses(host);
    };

    private static InetAddress[] addresses(String... literals) throws UnknownHostException {
        InetAddress[] addresses = new InetAddress[literals.length];
        for (int i = 0; i < literals.length; i++) {
            addresses[i] = InetAddress.getByName(literals[i]);
        }
        return addresses;
    }

    private static void check(Duration delay, String url, String... networks) {
        List<Government> governments = Seeds.parse("code,name,level,province,parent,portal_url,report_list_url\n"
                        + "990001,示范县,county,,," + url + ",\n")
                .governments();
        ShortDelay.check(delay, governments, AddressGuard.of(List.of(), List.of(networks)), NAMES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://www.example.gov.cn/", "http://11.1.2.3/", "https://11.1.2.3:8443/zwgk/"})
    void publicHostsAreAskedAtMostOnceASecond(String url) {
        assertThatThrownBy(() -> check(SHORT, url))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("示范县")
                .hasMessageContaining("--delay 1s or more");
        assertThatCode(() -> check(Duration.ofSeconds(1), url)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080/", "http://[::1]/", "http://intranet/", "http://lost/"})
    void onesOwnPortalsMayBeAskedFaster(String url) {
        assertThatCode(() -> check(Duration.ZERO, url)).doesNotThrowAnyException();
    }

    @Test
    void namedNetworksMayBeAskedFaster() {
        assertThatCode(() -> check(Duration.ZERO, "http://11.1.2.3/", "11.1.0.0/16"))
                .doesNotThrowAnyException();
    }
}
