package org.annals.report;

/** Which official format a report follows; decided by the form itself, never by the year. */
public enum Generation {
    /** Format of 2021 (国办公开办函〔2021〕30号), fiscal years 2021 and later. */
    G2021("2021"),
    /** Trial format of 2019 (国办公开办函〔2019〕60号), fiscal years 2019 and 2020. */
    G2019("2019"),
    /** Local practice under the Regulation of 2008, up to fiscal year 2018. */
    PRE2019("pre2019");

    private final String code;

    Generation(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
