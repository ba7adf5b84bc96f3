package org.annals.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;

/** Renders templates for a request, in the reader's language and theme. */
final class Pages {
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(), "org.annals.web");

    private final String replayOrigin;

    Pages(String replayOrigin) {
        this.replayOrigin = replayOrigin;
    }

    /** @param page the value that the template shows: its parameter {@code page} */
    void show(Context context, String template, Object page) {
        StringOutput output = new StringOutput();
        TEMPLATES.render(template + ".jte", Map.of("view", view(context), "page", page), output);
        context.html(output.toString());
    }

    /** @param message in the reader's language */
    void showFault(Context context, HttpStatus status, String message) {
        context.status(status);
        if (isForPrograms(context)) {
            context.json(Map.of("status", status.getCode(), "message", message));
        } else {
            show(context, "fault", new Fault(status.getCode(), message));
        }
    }

    View view(Context context) {
        return new View(
                Preferences.language(context),
                Preferences.theme(context),
                context.path(),
                Preferences.queryWithoutSwitches(context),
                replayOrigin);
    }

    static boolean isForPrograms(Context context) {
        return context.path().startsWith("/api/");
    }

    /** What the page of a fault shows. */
    record Fault(int status, String message) {}
}
