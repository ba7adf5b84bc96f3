package org.annals.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageVariantsTest {
    @ParameterizedTest
    @CsvSource({
        "http://www.east.gov.cn/nb/t1_wap.html, http://www.east.gov.cn/nb/t1.html",
        "http://www.east.gov.cn/nb/t1_app.shtml, http://www.east.gov.cn/nb/t1.shtml",
        "http://www.east.gov.cn/nb/t1_print.html, http://www.east.gov.cn/nb/t1.html",
        "http://www.east.gov.cn/wap/nb/t1.html, http://www.east.gov.cn/nb/t1.html",
        "http://www.east.gov.cn/mobile/nb/t1.html, http://www.east.gov.cn/nb/t1.html",
        "http://m.east.gov.cn/nb/t1.html, http://www.east.gov.cn/nb/t1.html",
        "http://m.east.gov.cn/nb/t1.html, http://east.gov.cn/nb/t1.html",
        "http://www.east.gov.cn/show.jsp?id=1&wap=1, http://www.east.gov.cn/show.jsp?id=1"
    })
    void pagesForTelephonesAndPrintersAreOfAPlainOne(String variant, String plain) {
        assertThat(PageVariants.plain(variant)).contains(plain).doesNotContain(variant);
    }

    @Test
    void ordinaryAddressesAreNoVariants() {
        assertThat(PageVariants.plain("http://www.east.gov.cn/nb/t20230101_12.html"))
                .isEmpty();
        assertThat(PageVariants.plain("http://mzj.east.gov.cn/map/app.html")).isEmpty();
        assertThat(PageVariants.plain("http://m.cn/nb/")).isEmpty();
    }
}
