package org.callboard.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** How to get into the companies that were made, as lines that a shell can read. Readable by its owner only. */
final class SeedFile {

    private SeedFile() {}

    /** The large company under the names of {@code demo.env}; the small ones with their tenant id behind the name. */
    static void write(Path file, Instant until, List<Company> companies) throws IOException {
        StringBuilder text = new StringBuilder("# Made by bench/seed. The large company, then the small ones.\n");
        text.append("UNTIL=")
                .append(until.atOffset(ZoneOffset.UTC).toLocalDate())
                .append('\n');
        text.append(lines(companies.getFirst(), ""));
        text.append("SMALL_TENANTS='")
                .append(companies.stream()
                        .skip(1)
                        .map(company -> Long.toString(company.tenant()))
                        .collect(Collectors.joining(" ")))
                .append("'\n");
        companies.stream().skip(1).forEach(company -> text.append(lines(company, "_" + company.tenant())));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, text.toString().getBytes(UTF_8));
    }

    private static String lines(Company company, String suffix) {
        Company.Access access = company.access();
        return """
                TENANT%1$s=%2$d
                CUSTOMERS%1$s=%3$d
                APP_KEY%1$s=%4$s
                CLIENT_ID%1$s=%5$s
                CLIENT_SECRET%1$s=%6$s
                PROVIDER_ID%1$s=%7$d
                PROVIDER_CLIENT_ID%1$s=%8$s
                PROVIDER_CLIENT_SECRET%1$s=%9$s
                OWNER_EMAIL%1$s=%10$s
                OWNER_PASSWORD%1$s=%11$s
                """.formatted(
                        suffix,
                        company.tenant(),
                        company.customers(),
                        access.appKey(),
                        access.clientId(),
                        access.clientSecret(),
                        company.settings().provider(),
                        access.providerClientId(),
                        access.providerClientSecret(),
                        access.email(),
                        access.password());
    }
}
