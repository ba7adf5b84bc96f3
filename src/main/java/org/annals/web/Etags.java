package org.annals.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Names what was answered by its bytes, so that a reader who has it already is not sent it again (RFC 9110, 8.8.3 and 13.1.2). */
final class Etags {
    private Etags() {}

    /** After an answer was made. The tag is weak, since the answer may go out packed or not. */
    static void after(Context context) throws IOException {
        InputStream answer = context.resultInputStream();
        if (context.statusCode() != HttpStatus.OK.getCode()
                || !(answer instanceof ByteArrayInputStream)
                || context.res().getHeader("ETag") != null) {
            return;
        }
        byte[] bytes = answer.readAllBytes();
        String tag = "W/\"" + digest(bytes) + "\"";
        context.header("ETag", tag);
        if (has(context.header("If-None-Match"), tag)) {
            context.status(HttpStatus.NOT_MODIFIED);
            context.result("");
        } else {
            context.result(bytes);
        }
    }

    private static boolean has(String condition, String tag) {
        return condition != null
                && Arrays.stream(condition.split(","))
                        .map(String::strip)
                        .anyMatch(one -> one.equals("*") || weak(one).equals(tag));
    }

    private static String weak(String tag) {
        return tag.startsWith("W/") ? tag : "W/" + tag;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
