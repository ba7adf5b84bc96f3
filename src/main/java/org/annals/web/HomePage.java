package org.annals.web;

import io.javalin.http.Context;
import java.io.IOException;
import org.annals.catalog.Totals;

/** Where a reader begins: what the archive holds. */
final class HomePage implements PageGroup {
    private final OpenCatalogs catalogs;
    private final Pages pages;

    HomePage(OpenCatalogs catalogs, Pages pages) {
        this.catalogs = catalogs;
        this.pages = pages;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/", this::show);
    }

    private void show(Context context) throws IOException {
        Totals totals = catalogs.read(catalog -> catalog.totals());
        pages.show(context, "home", totals);
    }
}
