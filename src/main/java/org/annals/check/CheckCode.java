package org.annals.check;

import java.util.Arrays;
import java.util.List;

/** Every check there is. The codes are stable: {@code v_check.check_code}; {@code src/site/markdown/checks.md} has a chapter for each. */
public enum CheckCode {
    T1_SUM("t1.sum"),
    T1_NON_NEGATIVE("t1.non_negative"),
    T1_INTEGER("t1.integer"),
    T2_NON_NEGATIVE("t2.non_negative"),
    T2_INTEGER("t2.integer"),
    T3_ROW("t3.row"),
    T3_BALANCE("t3.balance"),
    T3_RESULT_SUM("t3.result_sum"),
    T3_SPLIT_DIGIT("t3.split_digit"),
    T3_NON_NEGATIVE("t3.non_negative"),
    T3_INTEGER("t3.integer"),
    T4_ROW("t4.row"),
    T4_NON_NEGATIVE("t4.non_negative"),
    T4_INTEGER("t4.integer"),
    TEXT_YEAR("text.year"),
    TEXT_NEW("text.new"),
    TEXT_CARRIED_IN("text.carried_in"),
    TEXT_RECEIVED("text.received"),
    TEXT_DONE("text.done"),
    TEXT_CARRIED_OUT("text.carried_out"),
    TEXT_RESULT("text.result"),
    TEXT_REVIEW("text.review"),
    TEXT_LITIGATION("text.litigation"),
    TEXT_DOCUMENTS("text.documents"),
    TEXT_NONE("text.none"),
    TEXT_PARTS("text.parts"),
    TEXT_FEE("text.fee"),
    X_CARRY("x.carry"),
    X_STOCK("x.stock"),
    X_ITEMS("x.items"),
    /** Two addresses of one report, or two reports that go by one publisher's name, show different figures; found when the catalogue is derived. */
    RENDITION_MISMATCH("rendition_mismatch");

    private final String code;

    CheckCode(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** All codes, in the order of the form. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(CheckCode::code).toList();
    }
}
