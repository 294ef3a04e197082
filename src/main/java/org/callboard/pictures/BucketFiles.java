package org.callboard.pictures;

import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A bucket of a store that speaks S3. Its objects need no public access: Callboard alone reads them. */
final class BucketFiles implements PictureFiles, AutoCloseable {

    private final S3Client client;
    private final String bucket;

    BucketFiles(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public void put(Key key, byte[] content, String contentType) {
        try {
            client.putObject(
                    request -> request.bucket(bucket).key(key.path()).contentType(contentType),
                    RequestBody.fromBytes(content));
        } catch (SdkException e) {
            throw new Unavailable(e);
        }
    }

    @Override
    public Optional<byte[]> get(Key key) {
        try {
            return Optional.of(
                    client.getObjectAsBytes(request -> request.bucket(bucket).key(key.path()))
                            .asByteArrayUnsafe());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw new Unavailable(e);
        }
    }

    @Override
    public void delete(Key key) {
        try {
            client.deleteObject(request -> request.bucket(bucket).key(key.path()));
        } catch (SdkException e) {
            throw new Unavailable(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
