package org.annals.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.netpreserve.jwarc.WarcDigest;

/** WARC files as other programs write them, record by record. */
public final class ForeignWarc {
    private final List<byte[]> records = new ArrayList<>();
    private int ids;

    public ForeignWarc record(String type, String url, String date, String more, String contentType, byte[] block) {
        String head = "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-"
                + String.format("%012d", ++ids) + ">\r\n"
                + (date.isEmpty() ? "" : "WARC-Date: " + date + "\r\n")
                + (url.isEmpty() ? "" : "WARC-Target-URI: " + url + "\r\n")
                + more
                + (contentType.isEmpty() ? "" : "Content-Type: " + contentType + "\r\n")
                + "Content-Length: " + block.length + "\r\n\r\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(block);
        out.writeBytes("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        records.add(out.toByteArray());
        return this;
    }

    public ForeignWarc warcinfo() {
        return record(
                "warcinfo", "", "2020-01-01T00:00:00Z", "", "application/warc-fields", bytes("software: other/1\r\n"));
    }

    public ForeignWarc request(String url, String date) {
        return record(
                "request",
                url,
                date,
                "",
                "application/http; msgtype=request",
                bytes("GET / HTTP/1.1\r\nHost: www.example.gov.cn\r\n\r\n"));
    }

    public ForeignWarc response(String url, String date, String http) {
        return response(url, date, "", bytes(http));
    }

    public ForeignWarc response(String url, String date, String more, byte[] http) {
        return record("response", url, date, more, "application/http; msgtype=response", http);
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static String page(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + bytes(body).length
                + "\r\n\r\n" + body;
    }

    public static String sha1(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(bytes(text));
            return "sha1:" + new WarcDigest(digest).base32();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    public byte[] plain() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        records.forEach(out::writeBytes);
        return out.toByteArray();
    }

    /** One gzip member a record. */
    public byte[] members() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        records.forEach(record -> out.writeBytes(gzip(record)));
        return out.toByteArray();
    }

    /** All records in one gzip member, as gzip on the command line makes it. */
    public byte[] oneMember() {
        return gzip(plain());
    }

    public Path write(Path file, byte[] bytes) throws IOException {
        return Files.write(file, bytes);
    }

    /** A WACZ with one WARC file, stored or deflated. */
    public static Path wacz(Path file, byte[] warc, boolean stored) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            ZipEntry entry = new ZipEntry("archive/data.warc.gz");
            if (stored) {
                CRC32 crc = new CRC32();
                crc.update(warc);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(warc.length);
                entry.setCompressedSize(warc.length);
                entry.setCrc(crc.getValue());
            }
            zip.putNextEntry(entry);
            zip.write(warc);
            zip.putNextEntry(new ZipEntry("datapackage.json"));
            zip.write(bytes("{}"));
        }
        return file;
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }
}
