package org.annals.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.annals.archive.Archive;
import org.annals.archive.Commit;

/** Makes a published package again out of the archive and compares every byte. */
public final class Reproduction {
    private Reproduction() {}

    /**
     * What came of it.
     *
     * @param files how many files were compared
     * @param differences one line each, empty where every byte is equal
     * @param damage what of the archive could not be read; where there is any, nothing may have been compared
     */
    public record Result(Edition edition, int files, List<String> differences, List<String> damage) {
        public Result {
            differences = List.copyOf(differences);
            damage = List.copyOf(damage);
        }
    }

    /**
     * @param folder the published package
     * @param software what runs now
     * @param work an existing folder to make the package again in; it is left empty
     * @throws DatasetException if the folder is no package, or its commit is not one of the archive's
     */
    public static Result of(Path folder, Archive archive, Software software, Path work) throws IOException {
        PackageHead head = PackageHead.read(folder);
        Edition edition = new Edition(upTo(archive, head), head.formats(), software, head.incomplete());
        Path again = work.resolve("again");
        try {
            Exported exported = DataPackage.export(archive, edition, again);
            if (!exported.isWritten()) {
                return new Result(edition, 0, List.of(), exported.damage());
            }
            return compare(folder, again, edition, exported.damage());
        } finally {
            if (Files.exists(again)) {
                DataPackage.delete(again);
            }
        }
    }

    private static List<Commit> upTo(Archive archive, PackageHead head) throws IOException {
        List<Commit> commits = archive.commits();
        for (int i = 0; i < commits.size(); i++) {
            if (commits.get(i).id().equals(head.commit())) {
                return commits.subList(0, i + 1);
            }
        }
        throw new DatasetException("the archive " + archive.folder() + " has no commit " + head.commit()
                + ", from which the package was made; name the right archive with --archive");
    }

    private static Result compare(Path published, Path again, Edition edition, List<String> damage) throws IOException {
        List<String> here = files(published);
        List<String> there = files(again);
        TreeSet<String> all = new TreeSet<>(here);
        all.addAll(there);
        List<String> differences = new ArrayList<>();
        for (String path : all) {
            if (!there.contains(path)) {
                differences.add(path + ": the archive does not give this file");
            } else if (!here.contains(path)) {
                differences.add(path + ": missing in the package");
            } else {
                FileDifference.between(published.resolve(path), again.resolve(path))
                        .ifPresent(difference -> differences.add(path + ": " + difference));
            }
        }
        return new Result(edition, all.size(), differences, damage);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
