package org.callboard.calls;

import java.time.Instant;
import org.callboard.database.RecordMapper;
import org.callboard.details.RecordKind;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Sort;
import org.callboard.paging.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The calls that concern somebody on record, the latest first: those that are about them, those of which jobs or leads of
 * theirs came, and those with one of their numbers, of a customer also with one of its locations.
 */
@Repository
public class CallListStore {

    /**
     * One call.
     *
     * @param handledBy who talked to them; else who said what came of it; null for nobody
     * @param jobId the job that came of it last, and below the lead
     */
    public record Line(
            long id,
            CallDirection direction,
            @Nullable CallState state,
            CallDesk desk,
            @Nullable String number,
            Instant receivedOn,
            @Nullable Instant answeredOn,
            @Nullable Instant endedOn,
            @Nullable String handledBy,
            @Nullable String reason,
            @Nullable Long jobId,
            @Nullable Long leadId,
            @Nullable String recordingUrl,
            @Nullable String voicemailUrl) {

        /** Where it stands, in a word. */
        public String word() {
            return desk.word(state);
        }

        /** How long they talked, such as {@code 3:12}; null while they do, and where they did not. */
        public @Nullable String length() {
            return TalkTime.of(answeredOn, endedOn);
        }
    }

    private static final Sort LATEST = new Sort("received_on", true);

    private static final RecordMapper<Line> LINES = RecordMapper.of(Line.class);

    /** Who answered, or who called, of a row of {@code call}; null as {@link Call#agent} is. */
    public static final String AGENT = """
            coalesce((
                select name from employee where tenant_id = call.tenant_id and id = call.agent_id
            ), call.agent_name, call.agent_external_id)""";

    /** The name of who talked to them, of a row of {@code call}: the agent; else of who has it or said what came of it. */
    public static final String HANDLED_BY = """
            coalesce(AGENT, (
                select name from employee
                where tenant_id = call.tenant_id and id = coalesce(call.claimed_by, call.closed_by)
            ))""".replace("AGENT", AGENT);

    /** The id of the user whose name that is; null where it is nobody's. */
    public static final String HANDLED_BY_USER = """
            coalesce(agent_id, case when agent_name is null and agent_external_id is null then
                coalesce(claimed_by, closed_by) end)""";

    private static final String SELECT = """
            call.*, HANDLED_BY as handled_by,
            (select name from call_reason where tenant_id = call.tenant_id and id = call.reason_id) as reason,
            (
                select max(id) from job where tenant_id = call.tenant_id and call_id = call.id and active
            ) as job_id,
            (
                select max(id) from lead where tenant_id = call.tenant_id and call_id = call.id and active
            ) as lead_id
            """.replace("HANDLED_BY", HANDLED_BY);

    private final JdbcClient jdbc;

    CallListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of the calls of a customer or location. */
    public Page<Line> of(RecordKind kind, long tenant, long owner, Paging paging) {
        return Where.tenant(tenant)
                .and("active")
                .and(of(kind, "owner"), "owner", owner)
                .orderBy(LATEST)
                .pageOf(jdbc, "call", SELECT, paging, LINES.rows());
    }

    /**
     * The condition on the table {@code call} for the calls of a customer or location.
     *
     * @param owner the name of the parameter that has its id
     */
    public static String of(RecordKind kind, String owner) {
        String numbersOfLocations = kind != RecordKind.Customer ? "" : """

                    union all
                    select k.id from location l
                    join contact_point p on p.tenant_id = :tenant and p.owner_kind = 'location' and p.owner_id = l.id
                    join call k on k.tenant_id = :tenant and k.number = p.form
                    where l.tenant_id = :tenant and l.customer_id = :%s and p.attaches""".formatted(owner);
        return """
                id in (
                    select k.id from call k where k.tenant_id = :tenant and k.%1$s_id = :%2$s
                    union all
                    select call_id from job where tenant_id = :tenant and %1$s_id = :%2$s and call_id is not null
                    union all
                    select call_id from lead where tenant_id = :tenant and %1$s_id = :%2$s and call_id is not null
                    union all
                    select k.id from contact_point p
                    join call k on k.tenant_id = :tenant and k.number = p.form
                    where p.tenant_id = :tenant and p.owner_kind = '%1$s' and p.owner_id = :%2$s and p.attaches%3$s
                )""".formatted(kind.word(), owner, numbersOfLocations);
    }
}
