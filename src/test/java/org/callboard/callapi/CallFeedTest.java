package org.callboard.callapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.callboard.calls.Call;
import org.callboard.calls.CallEvent.Kind;
import org.callboard.calls.CloseCall;
import org.callboard.calls.HoldCall;
import org.callboard.calls.Switchboard;
import org.callboard.database.Caller;
import org.callboard.refusals.Refusal;
import org.callboard.testing.Api;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who follows the feed of calls while telephones tell of them in any order ends with what the database holds. */
class CallFeedTest {

    private static final int THREADS = 50;
    private static final int CALLS = 20;

    private final Switchboard board = new Switchboard();
    private final Api api = board.shop.tenant.api();
    private volatile boolean telling = true;

    @Test
    void aReaderEndsWithWhatTheDatabaseHolds() {
        CompletableFuture<Map<Long, JsonNode>> reader = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                reader.complete(read());
            } catch (Throwable e) {
                reader.completeExceptionally(e);
            }
        });
        AtOnce.run(THREADS, i -> () -> tell(i));
        telling = false;
        Map<Long, JsonNode> all = new HashMap<>();
        ReadCalls calls = Server.bean(ReadCalls.class);
        board.as(() -> calls.after(board.tenant, 0, 10 * CALLS))
                .forEach(shape -> all.put(
                        calls.id(shape),
                        Api.JSON.readTree(Server.bean(JsonMapper.class).writeValueAsString(shape))));
        assertThat(all).hasSize(CALLS);
        assertThat(reader.join()).isEqualTo(all);
    }

    /** Some of what happens to the calls, each thread in another order; what another thread has is left to it. */
    private boolean tell(int thread) {
        List<Kind> kinds = new ArrayList<>(List.of(Kind.ringing, Kind.answered, Kind.recording, Kind.ended));
        Collections.rotate(kinds, thread);
        String call = "c" + thread % CALLS;
        String from = "+1937555" + (3000 + thread % CALLS);
        for (Kind kind : kinds) {
            Call told = board.tell(call, kind, kind == Kind.ended ? null : "1", from, thread % 2 == 0 ? "12" : "13");
            try {
                board.ann.caller().run(() -> {
                    if (kind == Kind.answered) {
                        Server.bean(HoldCall.class).claim(board.tenant, told.id());
                    } else if (kind == Kind.ended && thread % 3 == 0) {
                        Server.bean(CloseCall.class).dismiss(board.tenant, told.id(), board.shop.reason, null);
                    }
                });
            } catch (Refusal e) {
                assertThat(e.code().word()).startsWith("call-");
            }
        }
        return true;
    }

    private Map<Long, JsonNode> read() throws InterruptedException {
        Map<Long, JsonNode> copy = new HashMap<>();
        String token = "";
        boolean last = false;
        while (true) {
            boolean ended = !telling;
            JsonNode page = Office.ok(api.get(api.path("telecom/v2", "/export/calls?from=" + token)));
            page.get("data").forEach(call -> copy.put(call.get("id").longValue(), call));
            token = page.get("continueFrom").stringValue();
            boolean more = page.get("hasMore").booleanValue();
            if (!more && last) {
                return copy;
            }
            last = ended && !more && isSettled();
            Thread.sleep(20);
        }
    }

    /** Whether nothing is open any more that could still be written. */
    private boolean isSettled() {
        return Caller.system(board.tenant)
                .call(() -> Server.bean(JdbcClient.class)
                        .sql(
                                "select count(*) from pg_stat_activity where backend_xid is not null and datname = current_database()")
                        .query(Integer.class)
                        .single()
                        .equals(0));
    }
}
