package org.annals.web;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.openqa.selenium.OutputType;

/**
 * Pictures of the pages of the demo archive for the README, in both languages and themes, small and with few colours:
 * {@code mvn -Pbench test -Dbench.main=org.annals.web.Screenshots -Dbench.what=src/site/images}.
 */
public final class Screenshots {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 860;
    private static final int SHOWN_WIDTH = 800;
    private static final int COLOURS = 48;

    private Screenshots() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Map<String, String> ids = DemoArchive.ids();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("coverage", "");
        pages.put("government", "government/" + ids.get("government_code"));
        pages.put("report", "report/" + ids.get("report_id"));
        pages.put("cell", "report/" + ids.get("report_id") + "/cell/" + ids.get("field"));
        pages.put("timeline", "publication/" + ids.get("publication_id"));
        pages.put("revision", "revision/" + ids.get("revision_id"));
        pages.put("capture", "capture/" + ids.get("capture_id"));
        pages.put("search", "search?q=%E5%85%AC%E5%BC%80");
        pages.put("explore", "explore?preset=licences");
        pages.put("sql", "sql?sql=SELECT+publisher,+fiscal_year,+title+FROM+v_report");
        pages.put("crawl", "crawl");
        try (WebServer server = WebServer.start(new WebSettings(DemoArchive.folder(), "127.0.0.1", 0, 0, System.err::println));
                Browser browser = Browser.open("zh-CN")) {
            browser.resize(WIDTH, HEIGHT);
            for (Map.Entry<String, String> page : pages.entrySet()) {
                for (String look : List.of("lang=zh&theme=light", "lang=en&theme=dark")) {
                    String path = page.getValue();
                    browser.visit(URI.create(server.address() + path + (path.contains("?") ? "&" : "?") + look));
                    if (page.getKey().equals("explore")) {
                        Thread.sleep(3_000);
                    }
                    String name = page.getKey() + "-" + (look.contains("zh") ? "zh" : "en") + ".png";
                    Path file = folder.resolve(name);
                    ImageIO.write(reduced(browser.driver().getScreenshotAs(OutputType.BYTES)), "png", file.toFile());
                    System.out.println(file + " " + Files.size(file));
                }
            }
        }
    }

    private static BufferedImage reduced(byte[] png) throws IOException {
        BufferedImage whole = ImageIO.read(new ByteArrayInputStream(png));
        int height = whole.getHeight() * SHOWN_WIDTH / whole.getWidth();
        BufferedImage small = new BufferedImage(SHOWN_WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = small.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        drawing.drawImage(whole, 0, 0, SHOWN_WIDTH, height, null);
        drawing.dispose();
        int[] palette = palette(small);
        byte[] red = new byte[palette.length];
        byte[] green = new byte[palette.length];
        byte[] blue = new byte[palette.length];
        for (int i = 0; i < palette.length; i++) {
            red[i] = (byte) (palette[i] >> 16);
            green[i] = (byte) (palette[i] >> 8);
            blue[i] = (byte) palette[i];
        }
        BufferedImage indexed = new BufferedImage(
                SHOWN_WIDTH, height, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(6, palette.length, red, green, blue));
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < SHOWN_WIDTH; x++) {
                int colour = small.getRGB(x, y) & 0xFFFFFF;
                indexed.getRaster().setSample(x, y, 0, nearest.computeIfAbsent(colour, one -> nearest(palette, one)));
            }
        }
        return indexed;
    }

    /** The most frequent colours, those of a kind taken together. */
    private static int[] palette(BufferedImage image) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                counts.merge(image.getRGB(x, y) & 0xF0F0F0, 1, Integer::sum);
            }
        }
        Map<Integer, Map<Integer, Integer>> exact = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int colour = image.getRGB(x, y) & 0xFFFFFF;
                exact.computeIfAbsent(colour & 0xF0F0F0, kind -> new HashMap<>()).merge(colour, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .limit(COLOURS)
                .mapToInt(kind -> exact.get(kind.getKey()).entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey())
                .toArray();
    }

    private static int nearest(int[] palette, int colour) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.length; i++) {
            int red = (palette[i] >> 16 & 255) - (colour >> 16 & 255);
            int green = (palette[i] >> 8 & 255) - (colour >> 8 & 255);
            int blue = (palette[i] & 255) - (colour & 255);
            int distance = red * red + green * green + blue * blue;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }
}
