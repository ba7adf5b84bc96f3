package org.annals.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Style sheets, scripts and pictures out of the jar, under addresses that change with their bytes and so may be kept for ever. */
final class Assets implements PageGroup {
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "json", "application/json");

    /** Files by name, once read. The names that are asked for are checked first, so it does not grow with the requests. */
    private static final Map<String, Asset> READ = new ConcurrentHashMap<>();

    private record Asset(byte[] bytes, String digest) {}

    @Override
    public void addTo(Routes routes) {
        routes.get("/assets/{digest}/{name}", Assets::answer);
    }

    /** @throws IllegalArgumentException if there is no such file in the jar, which is a fault of a template */
    static String address(String name) {
        Asset asset = find(name).orElseThrow(() -> new IllegalArgumentException("no asset " + name));
        return "/assets/" + asset.digest() + "/" + name;
    }

    private static void answer(Context context) {
        String name = context.pathParam("name");
        Asset asset = find(name)
                .filter(found -> found.digest().equals(context.pathParam("digest")))
                .orElseThrow(NotFoundResponse::new);
        context.contentType(MEDIA_TYPES.get(extension(name)));
        context.header("Cache-Control", "public, max-age=31536000, immutable");
        context.result(asset.bytes());
    }

    private static Optional<Asset> find(String name) {
        if (!name.matches("[a-z0-9]+([.-][a-z0-9]+)*") || !MEDIA_TYPES.containsKey(extension(name))) {
            return Optional.empty();
        }
        Asset known = READ.get(name);
        if (known == null) {
            known = read(name);
            if (known != null) {
                READ.put(name, known);
            }
        }
        return Optional.ofNullable(known);
    }

    private static Asset read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream("assets/" + name)) {
            if (in == null) {
                return null;
            }
            byte[] bytes = in.readAllBytes();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Asset(bytes, HexFormat.of().formatHex(digest, 0, 8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
