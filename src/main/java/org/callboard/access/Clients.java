package org.callboard.access;

import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.database.Caller;
import org.callboard.secrets.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Shows the connections to the authorization server as its clients. A client id names its tenant. */
@Component
class Clients implements RegisteredClientRepository {

    /** A second more than is promised: the answer counts whole seconds from a moment after the token was made. */
    static final Duration TOKEN_LIFE = Duration.ofSeconds(901);

    private static final Pattern CLIENT_ID = Pattern.compile("cid_(\\d{1,16})_[A-Za-z0-9_-]+");
    private static final Pattern ID = Pattern.compile("(\\d+):(\\d+)");

    private final AppStore store;

    Clients(AppStore store) {
        this.store = store;
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        Matcher matcher = CLIENT_ID.matcher(clientId);
        if (!matcher.matches()) {
            return null;
        }
        long tenant = Long.parseLong(matcher.group(1));
        return Caller.system(tenant).call(() -> {
            Optional<AppStore.Live> live = store.liveByClientId(tenant, clientId);
            live.ifPresent(connection -> store.touch(tenant, connection.connectionId()));
            return live.map(connection -> client(tenant, clientId, connection)).orElse(null);
        });
    }

    static long tenantOf(RegisteredClient client) {
        return part(client, 1);
    }

    static long connectionOf(RegisteredClient client) {
        return part(client, 2);
    }

    private static long part(RegisteredClient client, int group) {
        Matcher matcher = ID.matcher(client.getId());
        if (!matcher.matches()) {
            throw new IllegalStateException("not one of ours: " + client.getId());
        }
        return Long.parseLong(matcher.group(group));
    }

    private static RegisteredClient client(long tenant, String clientId, AppStore.Live live) {
        return RegisteredClient.withId(tenant + ":" + live.connectionId())
                .clientId(clientId)
                .clientSecret(Base64.getEncoder().encodeToString(live.secretHash()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> live.scopes().forEach(scope -> scopes.add(scope.word())))
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TOKEN_LIFE)
                        .build())
                .build();
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("connections are made in the settings");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        throw new UnsupportedOperationException("only client ids are looked up");
    }

    /** Checks a secret against the form in which {@link #findByClientId} hands it over. */
    static final class SecretEncoder implements PasswordEncoder {
        private final Secrets secrets;

        SecretEncoder(Secrets secrets) {
            this.secrets = secrets;
        }

        @Override
        public @Nullable String encode(@Nullable CharSequence raw) {
            return raw == null ? null : Base64.getEncoder().encodeToString(secrets.hash(raw.toString()));
        }

        @Override
        public boolean matches(@Nullable CharSequence raw, @Nullable String encoded) {
            return raw != null
                    && encoded != null
                    && secrets.matches(raw.toString(), Base64.getDecoder().decode(encoded));
        }
    }
}
