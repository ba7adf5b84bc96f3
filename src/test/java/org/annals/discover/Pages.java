package org.annals.discover;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.annals.capture.Outlink;
import org.annals.capture.Payload;
import org.annals.capture.Purpose;

/** Pages of a portal for tests, and what is found on them. */
final class Pages {
    static final String HOME = "http://www.east.gov.cn/";
    static final String COLUMN = HOME + "xxgk/zfxxgknb/";
    static final String SIX_HEADINGS = """
            <p>一、总体情况</p><p>二、主动公开政府信息情况</p><p>三、收到和处理政府信息公开申请情况</p>
            <p>四、政府信息公开行政复议、行政诉讼情况</p><p>五、存在的主要问题及改进情况</p><p>六、其他需要报告的事项</p>""";

    private Pages() {}

    static PageReading read(String uri, Purpose askedFor, String html) {
        return PageReader.read(Payload.of(html.getBytes(UTF_8), "text/html; charset=utf-8", uri), askedFor);
    }

    static List<String> urls(PageReading reading, Purpose purpose) {
        return reading.outlinks().stream()
                .filter(link -> link.purpose() == purpose)
                .map(Outlink::url)
                .toList();
    }
}
