package org.callboard.matches;

import org.callboard.access.Tenants;
import org.callboard.testing.Server;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Matches that are read by a client of a test, which notes the statements. */
public final class MatchesFrom {

    private MatchesFrom() {}

    public static LikelyMatches database(JdbcClient jdbc) {
        return new LikelyMatches(new MatchStore(jdbc), Server.bean(Tenants.class));
    }
}
