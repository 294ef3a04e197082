package org.callboard.testing;

import java.nio.file.Path;

/** Where a test run keeps its data. */
final class TestData {

    /** Several processes may test at once; each is told its number, and a test that is started alone is the first. */
    static final Path FOLDER = Path.of("target", "test-data", System.getProperty("test.process", "1"))
            .toAbsolutePath();

    private TestData() {}
}
