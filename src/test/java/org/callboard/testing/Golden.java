package org.callboard.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;

/** Compares what is with a file in the repository, so that a change shows up in review as a diff of that file. */
public final class Golden {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    /**
     * Fails with the lines that differ.
     *
     * @param test the class to run for accepting the difference
     */
    public static void check(String file, List<String> actual, Class<?> test) {
        Path path = FOLDER.resolve(file);
        try {
            if (Boolean.getBoolean("golden.accept")) {
                Files.createDirectories(FOLDER);
                Files.writeString(path, String.join("\n", actual) + "\n");
                return;
            }
            List<String> expected = Files.exists(path) ? Files.readAllLines(path) : List.of();
            if (!expected.equals(actual)) {
                Assertions.fail(path + " differs from what is (- file, + now):\n"
                        + String.join("\n", diff(expected, actual))
                        + "\nIf this is what you want: mvn -q test -Dtest=" + test.getSimpleName()
                        + " -Dgolden.accept=true, and commit the file.");
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The longest common subsequence keeps unchanged lines out of the message. */
    static List<String> diff(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                i++;
                j++;
            } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add("- " + before.get(i++));
            } else {
                lines.add("+ " + after.get(j++));
            }
        }
        return lines;
    }
}
