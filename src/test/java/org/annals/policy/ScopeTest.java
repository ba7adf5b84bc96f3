package org.annals.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {
    @ParameterizedTest
    @CsvSource({
        // seed, address, own
        "http://www.qyx.gov.cn/, http://www.qyx.gov.cn/a, true",
        "http://www.qyx.gov.cn/, https://www.qyx.gov.cn/a, true",
        "http://www.qyx.gov.cn/, http://qyx.gov.cn/, true",
        "http://www.qyx.gov.cn/, http://XXGK.QYX.GOV.CN./a, true",
        "http://www.qyx.gov.cn/, http://a.b.qyx.gov.cn:8080/a, true",
        "http://qyx.gov.cn/, http://www.qyx.gov.cn/, true",
        "http://qyx.gov.cn/, http://xxgk.qyx.gov.cn/, true",
        "http://www.qyx.gov.cn/, http://qyxgov.cn/, false",
        "http://www.qyx.gov.cn/, http://aqyx.gov.cn/, false",
        "http://www.qyx.gov.cn/, http://www-qyx-gov-cn.evil.net/, false",
        "http://www.qyx.gov.cn/, http://www.qyx.gov.cn.evil.net/, false",
        "http://www.qyx.gov.cn/, http://www.qyx.gov.cn@evil.net/, false",
        "http://www.qyx.gov.cn/, http://evil.net@www.qyx.gov.cn/, false",
        "http://www.qyx.gov.cn/, http://evil.net\\@www.qyx.gov.cn/, false",
        "http://www.qyx.gov.cn/, http://evil.net/http://www.qyx.gov.cn/, false",
        "http://www.qyx.gov.cn/, http://evil.net?.qyx.gov.cn/, false",
        "http://www.qyx.gov.cn/, http://evil.net#.qyx.gov.cn/, false",
        "http://www.qyx.gov.cn/, http://www%2Eqyx.gov.cn/, false",
        "http://www.qyx.gov.cn/, ftp://www.qyx.gov.cn/, false",
        "http://www.qyx.gov.cn/, javascript:alert(1), false",
        "http://www.qyx.gov.cn/, //www.qyx.gov.cn/, false",
        "http://www.qyx.gov.cn/, http://gov.cn/, false",
        "http://www.qyx.gov.cn/, http://www.gov.cn/, false",
        // a county under its prefecture's name opens neither the prefecture nor its neighbours
        "http://minhou.fuzhou.gov.cn/, http://xxgk.minhou.fuzhou.gov.cn/, true",
        "http://minhou.fuzhou.gov.cn/, http://www.minhou.fuzhou.gov.cn/, true",
        "http://www.minhou.fuzhou.gov.cn/, http://minhou.fuzhou.gov.cn/, true",
        "http://minhou.fuzhou.gov.cn/, http://www.fuzhou.gov.cn/, false",
        "http://minhou.fuzhou.gov.cn/, http://fuzhou.gov.cn/, false",
        "http://minhou.fuzhou.gov.cn/, http://lianjiang.fuzhou.gov.cn/, false",
        // the portal of the centre is not the parent of all
        "https://www.gov.cn/, https://www.gov.cn/a, true",
        "https://www.gov.cn/, https://gov.cn/, true",
        "https://www.gov.cn/, https://www.qyx.gov.cn/, false",
        // outside gov.cn: the host alone
        "http://www.county.cn/, https://county.cn/a, true",
        "http://www.county.cn/, http://xxgk.county.cn/, false",
        "http://www.county.cn/, http://www.county.cn:8080/, false",
        "http://www.county.cn:8080/, http://www.county.cn:8080/a, true",
        "http://www.county.cn:8080/, http://www.county.cn/, false",
        // loopback and bare addresses: host and port exactly
        "http://127.0.0.1:8101/, http://127.0.0.1:8101/a, true",
        "http://127.0.0.1:8101/, https://127.0.0.1:8101/a, true",
        "http://127.0.0.1:8101/, http://127.0.0.1:8102/, false",
        "http://127.0.0.1:8101/, http://localhost:8101/, false",
        "http://127.0.0.1:8101/, http://a.127.0.0.1:8101/, false",
        "http://localhost:8101/, http://www.localhost:8101/, false",
        "http://[::1]:8101/, http://[::1]:8101/a, true",
        "http://[::1]:8101/, http://[::2]:8101/a, false",
    })
    void governmentsOwnHostsAndNoOthers(String seed, String url, boolean own) {
        Decision decision = Scope.of(List.of(seed)).decide(url);
        assertThat(decision.allowed()).as("%s: %s", url, decision.rule()).isEqualTo(own);
        assertThat(decision.rule()).startsWith("scope: ");
    }

    @Test
    void redirectOfASeedBringsItsHost() {
        Scope before = Scope.of(List.of("http://www.old.gov.cn/", ""));
        Scope after = before.with("https://www.new.gov.cn/index.html").with("http://10.0.0.1:81/");
        assertThat(before.decide("http://xxgk.new.gov.cn/").allowed()).isFalse();
        assertThat(after.decide("http://xxgk.new.gov.cn/").allowed()).isTrue();
        assertThat(after.decide("http://10.0.0.1:81/a").allowed()).isTrue();
        assertThat(after.decide("http://10.0.0.1/a").allowed()).isFalse();
        assertThat(after.decide("http://www.old.gov.cn/").allowed()).isTrue();
    }

    @Test
    void refusalNamesTheHost() {
        assertThat(Scope.of(List.of()).decide("http://www.evil.net:81/a").rule())
                .isEqualTo("scope: www.evil.net:81 is no host of this government");
    }
}
