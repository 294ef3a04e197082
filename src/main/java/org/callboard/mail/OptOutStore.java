package org.callboard.mail;

import java.util.Locale;
import java.util.Optional;
import org.callboard.validation.VisibleText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who wants no messages. It only reads, and what several modules keep: an address counts wherever it is on record, so that
 * the stricter of two wishes wins.
 */
@Repository
class OptOutStore {

    /**
     * From the address to its owners and not the other way round, however many customers a company has. "Is true" keeps
     * every index but that of the forms away.
     */
    static final String WANTS_NO_MAIL = """
            with owner as materialized (
                select case p.owner_kind when 'customer' then p.owner_id else (
                    select l.customer_id from location l where l.tenant_id = p.tenant_id and l.id = p.owner_id) end as id
                from contact_point p
                where p.tenant_id = :tenant and p.form in (:typed, :deliverable)
                    and (p.owner_kind in ('customer', 'location')) is true
                union all
                select r.customer_id
                from contact_point p
                join contact c on c.tenant_id = p.tenant_id and c.number = p.owner_id
                join contact_relationship r on r.tenant_id = p.tenant_id and r.contact_id = c.id
                where p.tenant_id = :tenant and p.form in (:typed, :deliverable) and (p.owner_kind = 'contact') is true
            )
            select coalesce(bool_or((
                select c.do_not_mail from customer c where c.tenant_id = :tenant and c.id = owner.id
            )), false)
            from owner
            """;

    /** Whoever answers at an extension has the telephone of everybody who has its main number. */
    static final String WANTS_NO_TEXT = """
            select exists (
                select from contact_point p
                join contact_entry e on e.tenant_id = p.tenant_id and e.owner_kind = p.owner_kind
                    and e.owner_id = p.owner_id and e.id = p.entry_id and e.do_not_text
                where p.tenant_id = :tenant and p.form = :number and (p.owner_kind in ('customer', 'location')) is true)
            """;

    private final JdbcClient jdbc;

    OptOutStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Why a customer must not get it; empty where nothing speaks against it. */
    Optional<String> of(long tenant, Channel channel, String to) {
        return switch (channel) {
            case Mail ->
                wantsNoMail(tenant, to)
                        ? Optional.of("This address belongs to a customer who wants no mail.")
                        : Optional.empty();
            case Text ->
                wantsNoText(tenant, to) ? Optional.of("This number is marked: no text messages.") : Optional.empty();
        };
    }

    private boolean wantsNoMail(long tenant, String to) {
        String typed = VisibleText.strip(to).toLowerCase(Locale.ROOT);
        String deliverable = MailAddress.deliverable(typed);
        return jdbc.sql(WANTS_NO_MAIL)
                .param("tenant", tenant)
                .param("typed", typed)
                .param("deliverable", deliverable == null ? typed : deliverable)
                .query(Boolean.class)
                .single();
    }

    private boolean wantsNoText(long tenant, String to) {
        return jdbc.sql(WANTS_NO_TEXT)
                .param("tenant", tenant)
                .param("number", to)
                .query(Boolean.class)
                .single();
    }
}
