package org.callboard.sheets;

import java.nio.file.Path;

/** Reads a workbook in a process of its own, and prints how many rows it has and how much memory was in use. */
final class ReadLargeWorkbook {

    private ReadLargeWorkbook() {}

    public static void main(String[] arguments) throws Exception {
        long start = System.nanoTime();
        long[] most = {0};
        SheetFile file = SheetFile.of(Path.of(arguments[0]), null);
        int rows = file.each((number, cells) -> {
            if (number % 1000 == 0) {
                Runtime runtime = Runtime.getRuntime();
                most[0] = Math.max(most[0], runtime.totalMemory() - runtime.freeMemory());
            }
        });
        System.out.println(
                rows + " rows, " + (most[0] >> 20) + " MB, " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }
}
