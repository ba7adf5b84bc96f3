package org.annals.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;

/** Renders templates for a request, in the reader's language and theme. */
final class Pages {
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(), "org.annals.web");

    private final Origins origins;

    Pages(Origins origins) {
        this.origins = origins;
    }

    /** @param page the value that the template shows: its parameter {@code page} */
    void show(Context context, String template, Object page) {
        StringOutput output = new StringOutput();
        TEMPLATES.render(template + ".jte", Map.of("view", view(context), "page", page), output);
        context.contentType("text/html; charset=utf-8");
        context.result(output.toString());
    }

    /** @param message in the reader's language, if there is one of its own */
    void showFault(Context context, HttpStatus status, Optional<String> message) {
        String text = message.orElseGet(() -> faultText(context, status));
        context.status(status);
        if (isForPrograms(context)) {
            context.json(Map.of("status", status.getCode(), "message", text));
        } else {
            show(context, "fault", new Fault(status.getCode(), text));
        }
    }

    /** The same within the frame of a replayed page. */
    void showReplayFault(Context context, HttpStatus status, Optional<String> message) {
        context.status(status);
        show(context, "replay-note", message.orElseGet(() -> faultText(context, status)));
    }

    private String faultText(Context context, HttpStatus status) {
        View view = view(context);
        String key = "layout.fault." + status.getCode();
        return Texts.has(view.language(), key)
                ? view.text(key)
                : view.text("layout.fault.other", String.valueOf(status.getCode()));
    }

    View view(Context context) {
        return new View(
                Preferences.language(context),
                Preferences.theme(context),
                context.path(),
                Preferences.queryWithoutSwitches(context),
                origins.replay(context));
    }

    static boolean isForPrograms(Context context) {
        return context.path().startsWith("/api/");
    }

    /** What the page of a fault shows. */
    record Fault(int status, String message) {}
}
