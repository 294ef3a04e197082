package org.callboard.pictures;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.callboard.database.DatabaseSettings;
import org.callboard.database.StartFailure;
import org.callboard.server.WorkQueue;
import org.callboard.validation.VisibleText;
import org.callboard.validation.WebAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Where pictures are drawn and kept: in {@code pictures} below the data directory, or in the bucket that the operator names. */
@Configuration(proxyBeanMethods = false)
class PictureStorage {

    private static final String VARIABLE = "CALLBOARD_PICTURES_S3_";

    @Bean
    static PictureFiles pictureFiles(DatabaseSettings settings) {
        return files(settings.folder().resolve("pictures"), name -> System.getenv(VARIABLE + name));
    }

    @Bean
    static WorkQueue pictureQueue(MeterRegistry metrics) {
        return new WorkQueue(ImageProcessor.DRAWING, metrics);
    }

    /** Throws a {@link StartFailure} that names the wrong variable. */
    static PictureFiles files(Path folder, Function<String, @Nullable String> variables) {
        Function<String, @Nullable String> given = name -> {
            String value = variables.apply(name);
            return VisibleText.orNull(value);
        };
        String bucket = given.apply("BUCKET");
        if (bucket == null) {
            try {
                return new FolderFiles(folder);
            } catch (PictureFiles.Unavailable e) {
                throw new StartFailure("The folder " + folder + " can't be used: " + e.getMessage(), e);
            }
        }
        return new BucketFiles(client(given), bucket);
    }

    private static S3Client client(Function<String, @Nullable String> given) {
        String region = given.apply("REGION");
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(region == null ? "us-east-1" : region))
                .credentialsProvider(credentials(given.apply("ACCESS_KEY"), given.apply("SECRET_KEY")))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(5))
                        .socketTimeout(Duration.ofSeconds(20)))
                .overrideConfiguration(how -> how.apiCallTimeout(Duration.ofSeconds(30)))
                // other stores than Amazon's know neither its newer checksums nor bodies in signed pieces
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(how -> how.chunkedEncodingEnabled(false));
        String endpoint = given.apply("ENDPOINT");
        if (endpoint != null) {
            builder.endpointOverride(endpoint(endpoint)).forcePathStyle(true);
        }
        return builder.build();
    }

    private static URI endpoint(String typed) {
        try {
            URI endpoint = WebAddress.read(typed);
            if (endpoint.toString().matches("https?://[^/?#@]+/?")) {
                return endpoint;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw new StartFailure(VARIABLE + "ENDPOINT must look like https://s3.example.com.");
    }

    /** Without keys of its own it takes those of the machine, as programs on Amazon's machines do. */
    private static AwsCredentialsProvider credentials(@Nullable String key, @Nullable String secret) {
        if (key == null && secret == null) {
            return DefaultCredentialsProvider.builder().build();
        }
        if (key == null || secret == null) {
            throw new StartFailure(VARIABLE + "ACCESS_KEY and " + VARIABLE + "SECRET_KEY go together: set both.");
        }
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret));
    }
}
