package org.annals.discover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    private static final String PAGE = "http://www.east.gov.cn/xxgk/zfxxgknb/index.html?a=1";

    @ParameterizedTest
    @CsvSource({
        "./202301/t20230112_88.html, http://www.east.gov.cn/xxgk/zfxxgknb/202301/t20230112_88.html",
        "../../ldzc/, http://www.east.gov.cn/ldzc/",
        "/../../zwgk/, http://www.east.gov.cn/zwgk/",
        "//xxgk.east.gov.cn/nb, http://xxgk.east.gov.cn/nb",
        "?page=2, http://www.east.gov.cn/xxgk/zfxxgknb/index.html?page=2",
        "HTTPS://WWW.East.gov.cn:8443/A#top, https://www.east.gov.cn:8443/A",
        "http://www.east.gov.cn, http://www.east.gov.cn/",
        "年报 2022.pdf, http://www.east.gov.cn/xxgk/zfxxgknb/%E5%B9%B4%E6%8A%A5%202022.pdf",
        "list.html?n=100%, http://www.east.gov.cn/xxgk/zfxxgknb/list.html?n=100%25",
        "..\\\\nb\\\\1.html, http://www.east.gov.cn/xxgk/nb/1.html",
    })
    void linksAreReadAsBrowsersReadThem(String href, String expected) {
        assertThat(Addresses.resolve(PAGE, href.replace("\\\\", "\\"))).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#top",
                "",
                "mailto:a@b.cn",
                "javascript:void(0)",
                "tel:12345",
                "http://",
                "http://a b/",
                "data:text/html,x",
                "ftp://h/x"
            })
    void whatIsNoWebPageIsDropped(String href) {
        assertThat(Addresses.resolve(PAGE, href)).isEmpty();
    }

    @Test
    void aHostWithoutAPathIsABase() {
        assertThat(Addresses.resolve("http://www.east.gov.cn", "zwgk/")).contains("http://www.east.gov.cn/zwgk/");
    }
}
