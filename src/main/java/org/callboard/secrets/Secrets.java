package org.callboard.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * Makes and checks the secrets of programs: 256 random bits, kept as HMAC-SHA-256 under a key of this installation. A
 * password hash would add nothing against guessing 256 bits, and the token endpoint is a hot path.
 */
@Component
public class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ID = "secret-1";

    private final InstallationKeyStore store;
    private volatile @Nullable SecretKeySpec pepper;

    Secrets(InstallationKeyStore store) {
        this.store = store;
    }

    /** A new secret, URL-safe, with a prefix that tells secret scanners what it is. */
    public static String generate(String prefix) {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** HMAC-SHA-256 of a text under this installation's key: also a seal that only this installation can set. */
    public byte[] hash(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(pepper());
            return mac.doFinal(secret.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Hides a secret that has to be known again, such as one that signs; {@link #decrypt} gives it back. */
    public byte[] encrypt(String secret) {
        return encryptor().encrypt(secret.getBytes(StandardCharsets.UTF_8));
    }

    public String decrypt(byte[] hidden) {
        return new String(encryptor().decrypt(hidden), StandardCharsets.UTF_8);
    }

    /** AES-GCM under a key that is derived from the installation's. */
    private AesBytesEncryptor encryptor() {
        SecretKeySpec key = new SecretKeySpec(hash("encryption of kept secrets"), "AES");
        return new AesBytesEncryptor(key, KeyGenerators.secureRandom(16), CipherAlgorithm.GCM);
    }

    public boolean matches(String secret, byte[] hash) {
        return MessageDigest.isEqual(hash(secret), hash);
    }

    private SecretKeySpec pepper() {
        SecretKeySpec known = pepper;
        if (known == null) {
            store.add(ID, "secret", generate(""));
            known = new SecretKeySpec(Base64.getUrlDecoder().decode(store.get(ID)), "HmacSHA256");
            pepper = known;
        }
        return known;
    }
}
