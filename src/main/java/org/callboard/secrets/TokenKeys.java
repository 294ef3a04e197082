package org.callboard.secrets;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The keys that sign access tokens (ES256), kept in the database so that all nodes share them. The newest signs; a retired
 * one still verifies for as long as tokens under it may live.
 */
@Component
public class TokenKeys {

    private static final String PURPOSE = "token";
    private static final Duration REREAD = Duration.ofSeconds(30);
    private static final Duration VERIFIES_AFTER_RETIREMENT = Duration.ofHours(1);

    private record Known(List<ECKey> keys, Instant readOn) {}

    private final InstallationKeyStore store;
    private final Clock clock;
    private volatile @Nullable Known known;

    TokenKeys(InstallationKeyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Rotates where the key that signs is older than that; tells whether it did. */
    @Transactional
    public boolean rotateIfOlderThan(Duration age) {
        keys();
        boolean old = !store.hasOneSince(PURPOSE, clock.instant().minus(age));
        if (old) {
            rotate();
        }
        return old;
    }

    public JWKSet signing() {
        return new JWKSet(List.<JWK>of(keys().getFirst()));
    }

    public JWKSet verifying() {
        return new JWKSet(List.<JWK>copyOf(keys()));
    }

    /**
     * Signs with a new key from now on. Another node learns of it within half a minute, before which it verifies tokens
     * under an unknown key by reading the keys again.
     */
    @Transactional
    public void rotate() {
        store.retire(PURPOSE);
        add("token-" + UUID.randomUUID());
        known = null;
    }

    /** Reads the keys again, as a token names one that is not known here; at most every two seconds. */
    public void reread() {
        Known have = known;
        if (have != null && have.readOn.isBefore(clock.instant().minusSeconds(2))) {
            known = null;
        }
    }

    private List<ECKey> keys() {
        Known have = known;
        if (have == null || have.readOn.isBefore(clock.instant().minus(REREAD))) {
            have = new Known(read(), clock.instant());
            known = have;
        }
        return have.keys;
    }

    private List<ECKey> read() {
        List<ECKey> keys = readAll();
        if (keys.isEmpty()) {
            add("token-1");
            keys = readAll();
        }
        return keys;
    }

    private List<ECKey> readAll() {
        return store.all(PURPOSE, clock.instant().minus(VERIFIES_AFTER_RETIREMENT)).stream()
                .map(TokenKeys::parse)
                .toList();
    }

    private void add(String id) {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
            store.add(id, PURPOSE, key.toJSONString());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey parse(String content) {
        try {
            return ECKey.parse(content);
        } catch (ParseException e) {
            throw new IllegalStateException("the signing key in the database can't be read", e);
        }
    }
}
