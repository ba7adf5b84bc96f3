package org.annals.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/**
 * The files that a command's arguments name, in order. A folder stands for the regular files below it, sorted by name at each level; what is hidden (its name
 * begins with a dot) is left out and links to folders are not followed. One folder of each level is listed at a time, so that any number of files will do.
 */
final class InputFiles implements Iterator<InputFiles.Input> {
    /** One thing to read. */
    sealed interface Input {
        /** As the user would name it. */
        String source();

        record File(String source, Path path) implements Input {}

        /** An argument or folder that leads to no files. */
        record Unreadable(String source, String problem) implements Input {}
    }

    private final Iterator<String> arguments;
    private final Deque<Iterator<Path>> folders = new ArrayDeque<>();
    private Input next;

    InputFiles(List<String> arguments) {
        this.arguments = arguments.iterator();
    }

    /** How many files there are; looks at every folder, and opens no file. */
    static long count(List<String> arguments) {
        long count = 0;
        for (InputFiles files = new InputFiles(arguments); files.hasNext(); files.next()) {
            count++;
        }
        return count;
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            if (!folders.isEmpty()) {
                fromFolder(folders.peek());
            } else if (arguments.hasNext()) {
                fromArgument(arguments.next());
            } else {
                return false;
            }
        }
        return true;
    }

    @Override
    public Input next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Input found = next;
        next = null;
        return found;
    }

    private void fromArgument(String argument) {
        try {
            Path path = Path.of(argument);
            if (Files.isDirectory(path)) {
                enter(path);
            } else {
                next = new Input.File(argument, path);
            }
        } catch (InvalidPathException e) {
            next = new Input.Unreadable(argument, "is no file name: " + e.getReason());
        }
    }

    private void fromFolder(Iterator<Path> folder) {
        if (!folder.hasNext()) {
            folders.pop();
            return;
        }
        Path path = folder.next();
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            enter(path);
        } else if (Files.isRegularFile(path)) {
            next = new Input.File(path.toString(), path);
        } else if (Files.isSymbolicLink(path) && Files.notExists(path)) {
            next = new Input.Unreadable(path.toString(), "this link leads to no file");
        }
    }

    private void enter(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            folders.push(children.filter(
                            child -> !child.getFileName().toString().startsWith("."))
                    .sorted(Comparator.comparing(child -> child.getFileName().toString()))
                    .toList()
                    .iterator());
        } catch (AccessDeniedException e) {
            next = new Input.Unreadable(folder.toString(), "this folder may not be read");
        } catch (IOException e) {
            next = new Input.Unreadable(folder.toString(), "this folder cannot be read: " + e.getMessage());
        }
    }
}
