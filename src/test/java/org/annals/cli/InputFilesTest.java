package org.annals.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.annals.cli.InputFiles.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {
    @TempDir
    Path folder;

    private List<String> sources(Path... arguments) {
        List<String> names = new ArrayList<>();
        for (Path argument : arguments) {
            names.add(argument.toString());
        }
        List<String> sources = new ArrayList<>();
        new InputFiles(names)
                .forEachRemaining(input -> sources.add(
                        Path.of(input.source()).isAbsolute()
                                ? folder.relativize(Path.of(input.source())).toString()
                                : input.source()));
        assertThat(InputFiles.count(names)).isEqualTo(sources.size());
        return sources;
    }

    private void write(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }

    @Test
    void foldersAreWalkedInOrderOfNames() throws IOException {
        for (String name : List.of("d/b.txt", "d/a/z.txt", "d/a/y/1.txt", "d/c.txt", "d/B.txt", "e.txt")) {
            write(name);
        }
        assertThat(sources(folder.resolve("e.txt"), folder.resolve("d")))
                .containsExactly("e.txt", "d/B.txt", "d/a/y/1.txt", "d/a/z.txt", "d/b.txt", "d/c.txt");
    }

    @Test
    void hiddenFilesAreReadOnlyWhereTheyAreNamed() throws IOException {
        write("d/.hidden");
        write("d/.git/config");
        write("d/a.txt");
        assertThat(sources(folder.resolve("d"))).containsExactly("d/a.txt");
        assertThat(sources(folder.resolve("d/.hidden"), folder.resolve("d/.git")))
                .containsExactly("d/.hidden", "d/.git/config");
    }

    @Test
    void linksToFoldersAreNotFollowed() throws IOException {
        write("d/a.txt");
        Files.createSymbolicLink(folder.resolve("d/circle"), folder.resolve("d"));
        Files.createSymbolicLink(folder.resolve("d/link.txt"), folder.resolve("d/a.txt"));
        assertThat(sources(folder.resolve("d"))).containsExactly("d/a.txt", "d/link.txt");
    }

    @Test
    void linkToNoFileIsNamedAndNotPassedOver() throws IOException {
        write("d/a.txt");
        Path broken = Files.createSymbolicLink(folder.resolve("d/broken.txt"), folder.resolve("d/gone.txt"));
        List<Input> inputs = new ArrayList<>();
        new InputFiles(List.of(folder.resolve("d").toString())).forEachRemaining(inputs::add);
        assertThat(inputs)
                .hasSize(2)
                .last()
                .isEqualTo(new Input.Unreadable(broken.toString(), "this link leads to no file"));
    }

    @Test
    void anEmptyFolderHasNoFiles() {
        assertThat(sources(folder)).isEmpty();
    }

    @Test
    void whatIsNoFileNameIsSaid() {
        List<Input> inputs = new ArrayList<>();
        new InputFiles(List.of("a\0b")).forEachRemaining(inputs::add);
        assertThat(inputs).singleElement().isInstanceOf(Input.Unreadable.class);
    }
}
