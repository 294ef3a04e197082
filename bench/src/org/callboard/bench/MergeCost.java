package org.callboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.callboard.Application;
import org.callboard.access.Tenants;
import org.callboard.addresses.Address;
import org.callboard.customers.CustomerType;
import org.callboard.customers.Customers;
import org.callboard.customers.Locations;
import org.callboard.database.Caller;
import org.callboard.database.Database;
import org.callboard.database.DatabaseSettings;
import org.callboard.database.DatabaseTimeout;
import org.callboard.database.Demand;
import org.callboard.details.RecordKind;
import org.callboard.merging.Choices;
import org.callboard.merging.Merge;
import org.callboard.merging.MergeRecords;
import org.callboard.merging.PreviewMerge;
import org.callboard.merging.UndoChoices;
import org.callboard.merging.UndoMerge;
import org.callboard.postgres.EmbeddedPostgres;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Merges a customer who has thousands of locations, jobs and notes, as a request does, and undoes it; bench/README.md. */
public final class MergeCost {

    private final ConfigurableApplicationContext context;
    private final long tenant;

    private MergeCost(ConfigurableApplicationContext context, long tenant) {
        this.context = context;
        this.tenant = tenant;
    }

    /** Arguments: how many locations, and how many of jobs, invoices, leads and notes together. */
    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT);
        Path work = Files.createTempDirectory("callboard-merge-cost");
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.start(work.resolve("db"), EmbeddedPostgres.Options.production())) {
            postgres.createDatabase("cost");
            Database database = Database.open(postgres.jdbcUrl("cost"), postgres.user(), postgres.password());
            DatabaseSettings settings = new DatabaseSettings(work.resolve("data"), null);
            try (ConfigurableApplicationContext context =
                    Application.application(settings, database).run()) {
                Tenants tenants = context.getBean(Tenants.class);
                long tenant = tenants.nextId();
                Caller.system(tenant).run(() -> {
                    tenants.create("Company " + tenant, ZoneId.of("America/New_York"), "US");
                    new MergeCost(context, tenant).measure(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
                });
            }
        } finally {
            remove(work);
        }
    }

    private void measure(int locations, int others) {
        long kept = customer("Jordan Reyes");
        long removed = customer("J. Reyes");
        fill(removed, locations - 1, others / 4);
        for (int round = 0; round < 3; round++) {
            PreviewMerge previews = context.getBean(PreviewMerge.class);
            String plan = timed("preview", () -> previews.of(RecordKind.Customer, tenant, kept, removed, Choices.NONE))
                    .planTag();
            Merge merge = timed(
                    "merge",
                    () -> context.getBean(MergeRecords.class)
                            .merge(RecordKind.Customer, tenant, kept, removed, Choices.NONE, plan));
            System.out.println("moved " + merge.moved());
            UndoMerge undo = context.getBean(UndoMerge.class);
            String back = timed("undo preview", () -> undo.preview(tenant, merge.id(), UndoChoices.NONE))
                    .planTag();
            timed("undo", () -> undo.undo(tenant, merge.id(), UndoChoices.NONE, back));
        }
    }

    private long customer(String name) {
        Address address = new Address("12 Oak St", null, "Dayton", "OH", "45402", "USA");
        long customer =
                context.getBean(Customers.class).create(tenant, name, CustomerType.Residential, address, List.of());
        context.getBean(Locations.class).create(tenant, customer, name, address, List.of());
        return customer;
    }

    private void fill(long customer, int locations, int each) {
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> List.of("""
                        insert into location (tenant_id, customer_id, name, street, city, state, zip, country,
                            created_on, modified_on)
                        select :tenant, :customer, 'House ' || n, n || ' Elm St', 'Dayton', 'OH', '45402', 'USA', now(), now()
                        from generate_series(1, :locations) n
                        """, """
                        insert into note (tenant_id, owner_kind, owner_id, text, created_on, modified_on)
                        select :tenant, 'customer', :customer, 'Note ' || n, now(), now() from generate_series(1, :each) n
                        """, """
                        with unit as (
                            insert into business_unit (tenant_id, name, created_on, modified_on)
                            values (:tenant, 'Heating', now(), now()) returning id
                        ), type as (
                            insert into job_type (tenant_id, name, created_on, modified_on)
                            values (:tenant, 'Repair', now(), now()) returning id
                        ), campaign as (
                            insert into campaign (tenant_id, name, created_on, modified_on)
                            values (:tenant, 'Website', now(), now()) returning id
                        ), reason as (
                            insert into call_reason (tenant_id, name, is_lead, created_on, modified_on)
                            values (:tenant, 'Outside', false, now(), now()) returning id
                        ), place as (
                            select id, row_number() over (order by id) as n from location
                            where tenant_id = :tenant and customer_id = :customer order by id limit :each
                        ), lead as (
                            insert into lead (tenant_id, capture_source, customer_id, location_id, campaign_id,
                                call_reason_id, created_on, modified_on)
                            select :tenant, 'Hand', :customer, place.id, campaign.id, reason.id, now(), now()
                            from place, campaign, reason
                        ), job as (
                            insert into job (tenant_id, customer_id, location_id, business_unit_id, job_type_id,
                                campaign_id, created_on, modified_on)
                            select :tenant, :customer, place.id, unit.id, type.id, campaign.id, now(), now()
                            from place, unit, type, campaign
                            returning id, location_id
                        )
                        insert into invoice (tenant_id, job_id, customer_id, location_id, created_on, modified_on)
                        select :tenant, job.id, :customer, job.location_id, now(), now() from job
                        """)
                        .forEach(sql -> jdbc.sql(sql)
                                .params(Map.of(
                                        "tenant", tenant, "customer", customer, "locations", locations, "each", each))
                                .update()));
    }

    /** As a request does it: a statement may take two and a half seconds. */
    private static <T> T timed(String what, Callable<T> work) {
        AtomicReference<T> result = new AtomicReference<>();
        long start = System.nanoTime();
        try {
            Demand.<Exception, Exception>ofRequest(DatabaseTimeout.QUICK, () -> result.set(work.call()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        System.out.printf("RESULT %s %.3f s%n", what, (System.nanoTime() - start) / 1e9);
        return result.get();
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
