package org.annals.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.annals.capture.Outcome;
import org.annals.capture.Purpose;
import org.annals.frontier.Completion.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrontPageTest {
    private static final String SEED = "http://h.gov.cn/zwgk/nb/";

    @ParameterizedTest(name = "{0} {1} to {2}")
    @CsvSource({
        "REPORT, http://h.gov.cn/a/1.html, http://h.gov.cn/, soft_404",
        "REPORT, http://h.gov.cn/a/1.html, http://h.gov.cn/index.html, soft_404",
        "REPORT, http://h.gov.cn/a/1.html, https://h.gov.cn/INDEX.jsp, soft_404",
        "REPORT, http://h.gov.cn/a/1.html, http://h.gov.cn/zwgk/nb/, soft_404",
        "REPORT, http://h.gov.cn/a/1.html, http://www.h.gov.cn/default.aspx, soft_404",
        "REPORT, http://h.gov.cn/a/1.html, http://h.gov.cn/b/1.html, archived",
        "REPORT, http://h.gov.cn/a/1.html, http://h.gov.cn/b/index.html, archived",
        "REPORT, http://h.gov.cn/a/1.html, http://h.gov.cn/?id=1, archived",
        "REPORT, http://h.gov.cn/a/1.html, http://wall.example.com/, archived",
        "REPORT, http://h.gov.cn/index.html, https://h.gov.cn/, archived",
        "REPORT, http://h.gov.cn/zwgk/nb/, http://h.gov.cn/, archived",
        "SECTION, http://h.gov.cn/zwgk/, http://h.gov.cn/, archived",
        "SEED, http://h.gov.cn/web/, http://h.gov.cn/, archived"
    })
    void reportThatRedirectsToTheFrontIsASoft404(Purpose purpose, String asked, String target, String outcome) {
        Judgement redirect =
                new Judgement(Outcome.ARCHIVED, Verdict.REDIRECT, List.of(), Optional.of(target), "redirects");
        Judgement judged = FrontPage.judge(redirect, asked, purpose, SEED::equals, url -> url.contains("h.gov.cn"));
        assertThat(judged.outcome().code()).isEqualTo(outcome);
        assertThat(judged.verdict()).isEqualTo(outcome.equals("archived") ? Verdict.REDIRECT : Verdict.GONE);
        assertThat(judged.redirect().isPresent()).isEqualTo(outcome.equals("archived"));
    }
}
