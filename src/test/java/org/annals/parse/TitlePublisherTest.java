package org.annals.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlePublisherTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            财政局2022年政府信息公开工作年度报告,               财政局
            甲县财政局 2022年 政府信息公开工作年度报告,         甲县财政局
            2022年甲县财政局政府信息公开工作年度报告,           甲县财政局
            甲县人民政府办公室2022年度政府信息公开年报,         甲县人民政府办公室
            甲县残联2022年政府信息公开工作年度报告,             甲县残联
            甲县2022年政府信息公开工作年度报告[2023-01-12],     甲县
            甲县教育局2022年政府信息公开年度报告.docx,          甲县教育局
            2022年政府信息公开工作年度报告,
            历年政府信息公开年度报告,
            各乡镇2022年政府信息公开工作年度报告,
            我局2022年政府信息公开工作年度报告,
            本溪市财政局2022年政府信息公开工作年度报告,         本溪市财政局
            县政府2022年政府信息公开工作年度报告,
            乡镇2022年政府信息公开工作年度报告,
            关于报送财政局2022年政府信息公开年度报告的通知,
            甲县财政局2022年政府信息公开工作…,
            甲县财政局,
            更多,
            """)
    void bodyOfATitle(String text, String expected) {
        assertThat(TitlePublisher.of(text)).isEqualTo(Optional.ofNullable(expected));
    }
}
