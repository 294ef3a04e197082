package org.callboard.bench.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs a program to its end, and tells what it wrote and how much of the processors it took. */
final class Tool {

    private static final Pattern CPU = Pattern.compile("(?m)^cpu ([0-9.]+) ([0-9.]+)$");

    /**
     * What came of it.
     *
     * @param cpuSeconds of the program itself, not of servers that it asked
     */
    record Ran(String output, double seconds, double cpuSeconds) {}

    private Tool() {}

    /** Fails with the program's own words where it ends with anything but 0. */
    static Ran run(Map<String, String> environment, List<String> command) {
        List<String> timed = new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='cpu %U %S'; time \"$@\"", "bench"));
        timed.addAll(command);
        try {
            Path out = Files.createTempFile("bench", ".out");
            ProcessBuilder builder = new ProcessBuilder(timed)
                    .redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(out.toFile());
            builder.environment().putAll(environment);
            long start = System.nanoTime();
            int code = builder.start().waitFor();
            double seconds = (System.nanoTime() - start) / 1e9;
            String output = Files.readString(out, UTF_8);
            Files.delete(out);
            if (code != 0) {
                throw new IllegalStateException(command.getFirst() + " failed: " + output.strip());
            }
            Matcher cpu = CPU.matcher(output);
            double used = 0;
            while (cpu.find()) {
                used = Double.parseDouble(cpu.group(1)) + Double.parseDouble(cpu.group(2));
            }
            return new Ran(output, seconds, used);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The first number behind these words in the output. */
    static double number(Ran ran, String before) {
        Matcher matcher =
                Pattern.compile(Pattern.quote(before) + "\\s*([0-9.]+)").matcher(ran.output);
        if (!matcher.find()) {
            throw new IllegalStateException("no '" + before + "' in: " + ran.output);
        }
        return Double.parseDouble(matcher.group(1));
    }
}
