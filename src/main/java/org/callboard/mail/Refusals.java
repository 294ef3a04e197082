package org.callboard.mail;

import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who wants no messages. It only reads, and what several modules keep: an address counts wherever it is on record, so that
 * the stricter of two wishes wins.
 */
@Repository
class Refusals {

    private final JdbcClient jdbc;

    Refusals(JdbcClient jdbc) {
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
        String typed = to.strip().toLowerCase(Locale.ROOT);
        String deliverable = MailAddress.deliverable(typed);
        return jdbc.sql("""
                select exists (
                        select from customer_contact e
                        join customer c on c.tenant_id = e.tenant_id and c.id = e.customer_id
                        where e.tenant_id = :tenant and e.normalized in (:typed, :deliverable) and e.type = 'Email'
                            and e.active and c.do_not_mail)
                    or exists (
                        select from location_contact e
                        join location l on l.tenant_id = e.tenant_id and l.id = e.location_id
                        join customer c on c.tenant_id = l.tenant_id and c.id = l.customer_id
                        where e.tenant_id = :tenant and e.normalized in (:typed, :deliverable) and e.type = 'Email'
                            and e.active and c.do_not_mail)
                    or exists (
                        select from contact_method m
                        join contact_relationship r on r.tenant_id = m.tenant_id and r.contact_id = m.contact_id
                        join customer c on c.tenant_id = r.tenant_id and c.id = r.customer_id
                        where m.tenant_id = :tenant and m.normalized in (:typed, :deliverable) and m.type = 'Email'
                            and c.do_not_mail)
                """)
                .param("tenant", tenant)
                .param("typed", typed)
                .param("deliverable", deliverable == null ? typed : deliverable)
                .query(Boolean.class)
                .single();
    }

    private boolean wantsNoText(long tenant, String to) {
        return jdbc.sql("""
                select exists (
                        select from customer_contact
                        where tenant_id = :tenant and normalized = :number and type <> 'Email' and active and do_not_text)
                    or exists (
                        select from location_contact
                        where tenant_id = :tenant and normalized = :number and type <> 'Email' and active and do_not_text)
                """)
                .param("tenant", tenant)
                .param("number", to)
                .query(Boolean.class)
                .single();
    }
}
