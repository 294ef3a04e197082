package org.callboard.web.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.callboard.testing.Api;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Integrators generate their client from the published document; what comes out must compile and work. */
class GeneratedClientTest {

    /** Where the build puts the generator and what its clients need. */
    private static final Path TOOLS = Path.of("target", "client-generator");

    private static final Path FIVE_MINUTES = Path.of("src", "test", "resources", "clients", "FiveMinutes.java");

    @TempDir
    private Path folder;

    @Test
    void aClientForJavaCompilesAndPlaysTheFiveMinutes() throws Exception {
        Path document = folder.resolve("openapi.json");
        Files.writeString(
                document,
                Api.send(HttpRequest.newBuilder(URI.create(Server.url() + "/openapi.json"))
                                .build())
                        .text());
        assertThat(generate(document).lines())
                .filteredOn(line -> line.contains(" ERROR ") || line.contains("No schema defined"))
                .isEmpty();
        List<Path> sources = files(folder.resolve("client/src/main/java"), ".java");
        assertThat(sources).hasSizeGreaterThan(150);
        assertThat(compile(
                        Stream.concat(sources.stream(), Stream.of(FIVE_MINUTES)).toList()))
                .isEmpty();
        assertThat(play()).isEqualTo("Converted Done Completed");
    }

    /** Apart from all that is on our class path. */
    private String play() throws Exception {
        List<URL> classes =
                new ArrayList<>(List.of(folder.resolve("classes").toUri().toURL()));
        for (Path jar : files(TOOLS, ".jar")) {
            classes.add(jar.toUri().toURL());
        }
        Thread thread = Thread.currentThread();
        ClassLoader ours = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(classes.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            return (String)
                    loader.loadClass("FiveMinutes").getMethod("play", Map.class).invoke(null, given());
        } finally {
            thread.setContextClassLoader(ours);
        }
    }

    private static Map<String, String> given() {
        Shop shop = new Shop();
        Map<String, String> given = new HashMap<>();
        given.put("url", Server.url());
        given.put("tenant", "" + shop.tenant.id);
        given.put("provider", "" + shop.provider.id());
        given.put("unit", "" + shop.unit);
        given.put("jobType", "" + shop.jobType);
        given.put("campaign", "" + shop.campaign);
        given.put("technician", "" + shop.technician("Sam Lee"));
        given.put("start", Instant.now().plus(1, ChronoUnit.DAYS).toString());
        Map.of("website", shop.tenant.api(shop.provider), "office", shop.tenant.api())
                .forEach((whose, api) -> {
                    given.put(whose + "AppKey", api.app.appKey());
                    given.put(whose + "ClientId", api.connection.clientId());
                    given.put(whose + "ClientSecret", api.connection.clientSecret());
                });
        return given;
    }

    /** In a process of its own: it brings libraries that we have in other versions. */
    private String generate(Path document) throws IOException, InterruptedException {
        Path log = folder.resolve("generator.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                files(TOOLS, ".jar").stream()
                        .filter(jar -> jar.getFileName().toString().startsWith("openapi-generator-cli"))
                        .collect(Collectors.toList())
                        .getFirst()
                        .toString()));
        command.addAll(List.of("generate", "-g", "java", "--library", "native"));
        command.addAll(List.of(
                "-i", document.toString(), "-o", folder.resolve("client").toString()));
        command.addAll(List.of("--additional-properties", "useJakartaEe=true"));
        command.addAll(List.of(
                "--global-property",
                "apis,models,supportingFiles,apiDocs=false,modelDocs=false,apiTests=false,modelTests=false"));
        Process generator = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(generator.waitFor(3, TimeUnit.MINUTES)).isTrue();
        } finally {
            generator.destroyForcibly();
        }
        assertThat(generator.exitValue()).as(Files.readString(log)).isZero();
        return Files.readString(log);
    }

    private List<String> compile(List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        String classPath =
                files(TOOLS, ".jar").stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(found, null, null)) {
            compiler.getTask(
                            PrintWriter.nullWriter(),
                            manager,
                            found,
                            List.of(
                                    "-proc:none",
                                    "-nowarn",
                                    "-cp",
                                    classPath,
                                    "-d",
                                    folder.resolve("classes").toString()),
                            null,
                            manager.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        return found.getDiagnostics().stream()
                .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
