package org.callboard.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import org.callboard.Application;
import org.callboard.access.AppConnection;
import org.callboard.access.Apps;
import org.callboard.callbacks.CallBackStatus;
import org.callboard.calls.CallDesk;
import org.callboard.database.Caller;
import org.callboard.database.Database;
import org.callboard.database.DatabaseSettings;
import org.callboard.jobs.JobStatus;
import org.callboard.postgres.EmbeddedPostgres;
import org.callboard.testing.Documents;
import org.callboard.understanding.Rereadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The demonstration company across several starts on one database. */
class DemoTest {

    @TempDir
    Path data;

    @Test
    void isMadeOnceAndKeptAlive() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, EmbeddedPostgres.Options.forTests())) {
            Path file = data.resolve("demo.env");
            String first;
            long bookings;
            try (var context = start(postgres, "--demo")) {
                first = Files.readString(file);
                assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
                assertThat(count(context, "booking where status in ('New', 'Accepted')"))
                        .isEqualTo(15);
                assertThat(count(
                                context, "picture join booking on booking.id = booking_id where name = 'Nadia Brandt'"))
                        .isOne();
                assertThat(count(context, "booking_page where active")).isOne();
                assertThat(count(context, "booking where status = 'Accepted'")).isEqualTo(2);
                assertThat(count(context, "customer where do_not_service")).isOne();
                assertThat(count(context, "contact_entry where marketing_updates_enabled"))
                        .isZero();
                assertThat(count(context, "booking where is_first_time_client"))
                        .isOne(); // who answered the booking page
                for (JobStatus status : JobStatus.values()) {
                    assertThat(count(context, "job where status = '" + status + "'"))
                            .as(status.name())
                            .isPositive();
                }
                assertThat(count(context, "job_cancellation where memo is not null"))
                        .isPositive();
                assertThat(count(context, "appointment where is_confirmed")).isPositive();
                assertThat(count(context, "change where record_kind = 'appointment' and action = 'rescheduled'"))
                        .isPositive();
                assertThat(count(
                                context,
                                "appointment where status = 'Scheduled' and end_on < now() - interval '1 hour'"))
                        .isZero(); // nothing was forgotten
                assertThat(count(context, "note where owner_kind = 'customer' and is_pinned"))
                        .isPositive();
                assertThat(count(context, "custom_field_value where owner_kind = 'location'"))
                        .isPositive();
                assertThat(count(context, "location_owner_history")).isOne();
                assertThat(count(context, "search_document where kind = 'location'"))
                        .isPositive();
                Documents.areAsMadeAnew(
                        Demo.TENANT,
                        context.getBean(JdbcClient.class),
                        context.getBean(TransactionTemplate.class),
                        context.getBeansOfType(Rereadable.class).values());
                assertThat(count(context, "lead where status = 'Open' and follow_up_date < now()"))
                        .isGreaterThan(3);
                assertThat(count(context, "lead where status = 'Open' and follow_up_date > now()"))
                        .isGreaterThan(2);
                assertThat(count(context, "lead where status = 'Converted'")).isPositive();
                assertThat(count(context, "lead_follow_up")).isGreaterThan(5);
                assertThat(count(context, "call where state = 'Answered' and claimed_by is not null"))
                        .isOne();
                assertThat(count(
                                context,
                                "inquiry_draft d join call c on d.inquiry_id = c.id where d.kind = 'call'"
                                        + " and c.state = 'Ended' and c.claimed_by is not null"))
                        .isOne();
                for (CallDesk desk : EnumSet.complementOf(EnumSet.of(CallDesk.Joined))) {
                    assertThat(count(context, "call where desk = '" + desk + "'"))
                            .as(desk.name())
                            .isPositive();
                }
                for (CallBackStatus status : EnumSet.complementOf(EnumSet.of(CallBackStatus.Answered))) {
                    assertThat(count(context, "call_back where status = '" + status + "'"))
                            .as(status.name())
                            .isPositive();
                }
                assertThat(count(context, "call_back where status = 'Open' and tries > 0 and due_on < now()"))
                        .isPositive();
                assertThat(count(context, "call_back where status = 'Open' and due_on > now()"))
                        .isPositive();
                assertThat(count(
                                context,
                                "job join call on call.id = call_id join invoice on invoice.job_id = job.id"
                                        + " where job.status = 'Completed'"))
                        .isPositive();
                assertThat(count(context, "lead join call on call.id = call_id where lead.call_reason_id is not null"))
                        .isPositive();
                assertThat(count(context, "change where happened_on > now() + interval '1 minute'"))
                        .isZero();
                assertThat(
                                count(
                                        context,
                                        "change, jsonb_path_query(fields, '$[*].* ? (@ like_regex \"^(\\\\[|\\\\w+\\\\[\\\\w+=)\")')"))
                        .as("values of the log that Java wrote as text")
                        .isZero();
                bookings = count(context, "booking");
                // a day later nobody has answered
                jdbc(context, "update booking set created_on = created_on - interval '25 hours'");
            }

            try (var context = start(postgres, "--demo")) {
                assertThat(count(context, "tenant")).isOne();
                assertThat(count(context, "booking")).isEqualTo(bookings + 8);
                assertThat(lines(file, "CLIENT_SECRET=")).isEqualTo(lines(first, "CLIENT_SECRET="));
            }

            Files.delete(file);
            try (var context = start(postgres, "--demo")) {
                assertThat(count(context, "booking")).isEqualTo(bookings + 8);
                assertThat(lines(file, "CLIENT_SECRET=")).isNotEqualTo(lines(first, "CLIENT_SECRET="));
                Apps apps = context.getBean(Apps.class);
                List<AppConnection> live = Caller.system(Demo.TENANT)
                        .call(() -> apps.connections(Demo.TENANT).stream()
                                .filter(connection -> connection.appName().equals("Demo integration")
                                        && connection.revokedOn() == null)
                                .toList());
                assertThat(live).hasSize(2);
            }

            try (var context = start(postgres)) {
                assertThat(context.getBeansOfType(Demo.class)).isEmpty();
                assertThat(context.getBeansOfType(RingNowController.class)).isEmpty();
                assertThat(context.getBeansOfType(RingNowController.Button.class))
                        .isEmpty();
            }
        }
    }

    private ConfigurableApplicationContext start(EmbeddedPostgres postgres, String... arguments) {
        Database database = Database.open(postgres.jdbcUrl("callboard"), postgres.user(), postgres.password());
        return Application.application(new DatabaseSettings(data, null), database)
                .run(arguments);
    }

    private static long count(ConfigurableApplicationContext context, String from) {
        return Caller.system(Demo.TENANT)
                .call(() -> context.getBean(JdbcClient.class)
                        .sql("select count(*) from " + from)
                        .query(Long.class)
                        .single());
    }

    private static void jdbc(ConfigurableApplicationContext context, String sql) {
        Caller.system(Demo.TENANT)
                .run(() -> context.getBean(JdbcClient.class).sql(sql).update());
    }

    private static List<String> lines(Path file, String start) throws Exception {
        return lines(Files.readString(file), start);
    }

    private static List<String> lines(String text, String start) {
        return text.lines().filter(line -> line.startsWith(start)).toList();
    }
}
