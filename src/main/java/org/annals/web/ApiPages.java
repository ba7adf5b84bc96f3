package org.annals.web;

import io.javalin.http.Context;
import java.util.List;

/** What programs may ask: the description, and a page of it for people. */
final class ApiPages implements PageGroup {
    private final Pages pages;

    ApiPages(Pages pages) {
        this.pages = pages;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/api/v1/openapi.json", context -> {
            context.contentType("application/json; charset=utf-8");
            context.result(ApiDescription.json());
        });
        routes.get("/api", this::show);
    }

    private void show(Context context) {
        pages.show(context, "api", new Page(ApiDescription.operations()));
    }

    /** What the page shows. */
    record Page(List<ApiDescription.Operation> operations) {}
}
