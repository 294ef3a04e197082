package org.callboard.followups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.database.RecordShape;
import org.callboard.followups.FollowUpFilter.Owner;
import org.callboard.followups.FollowUpFilter.Without;
import org.callboard.leads.CreateLead;
import org.callboard.leads.Lead;
import org.callboard.leads.LeadSource;
import org.callboard.leads.LeadStatus;
import org.callboard.leads.Leads;
import org.callboard.paging.Paging;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Variant;
import org.callboard.web.leads.LeadViewStore;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who gets the next lead, and what is left of a follow-up. */
class NextFollowUpTest {

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final SignedInUser dana = shop.tenant.user(Role.CSR);
    private final NextFollowUp next = Server.bean(NextFollowUp.class);
    private final FollowUps followUps = Server.bean(FollowUps.class);
    private final FollowUpLead followUp = Server.bean(FollowUpLead.class);
    private final Leads leads = Server.bean(Leads.class);

    private long due(Duration ago) {
        return lead(Instant.now().minus(ago), null);
    }

    private long lead(Instant date, Long owner) {
        return dana.caller()
                .call(() -> Server.bean(CreateLead.class)
                        .create(
                                tenant,
                                Variant.of(shop.leadDraft())
                                        .with("callReasonId", shop.reason)
                                        .with("followUpDate", date)
                                        .with("ownerId", owner)
                                        .record(),
                                LeadSource.Hand)
                        .id());
    }

    private Optional<Long> take(SignedInUser user, FollowUpFilter filter) {
        return user.caller().call(() -> next.take(tenant, filter)).map(Lead::id);
    }

    @Test
    void twentyPeopleGetAThousandLeadsAndNoneTwice() {
        dana.caller()
                .run(() -> Server.bean(JdbcClient.class)
                        .sql("""
                insert into lead (tenant_id, capture_source, campaign_id, follow_up_date, created_on, modified_on)
                select :tenant, 'List', :campaign, now() - i * interval '1 minute', now(), now()
                from generate_series(1, 1000) i
                """)
                        .param("tenant", tenant)
                        .param("campaign", shop.campaign)
                        .update());
        List<SignedInUser> people =
                IntStream.range(0, 20).mapToObj(i -> shop.tenant.user(Role.CSR)).toList();
        AtomicInteger handedOut = new AtomicInteger();
        List<Integer> whenNoneWasLeft = new CopyOnWriteArrayList<>();
        List<List<Long>> taken = AtOnce.run(20, i -> () -> {
            List<Long> mine = new ArrayList<>();
            for (Optional<Long> one = take(people.get(i), FollowUpFilter.ALL);
                    one.isPresent();
                    one = take(people.get(i), FollowUpFilter.ALL)) {
                mine.add(one.get());
                handedOut.incrementAndGet();
            }
            whenNoneWasLeft.add(handedOut.get());
            return mine;
        });
        List<Long> all = taken.stream().flatMap(List::stream).toList();
        assertThat(all).hasSize(1000);
        assertThat(new HashSet<>(all)).hasSize(1000);
        assertThat(whenNoneWasLeft)
                .as("nobody was told too early that none is left; 19 others may be about to count theirs")
                .allMatch(count -> count >= 1000 - 19);
    }

    @Test
    void theOneThatWaitsLongestComesFirstAndOneThatIsNotDueDoesNotCome() {
        long later = due(Duration.ofMinutes(5));
        long first = due(Duration.ofDays(2));
        long tomorrow = lead(Instant.now().plus(Duration.ofDays(1)), null);
        lead(null, null);
        assertThat(take(dana, FollowUpFilter.ALL)).contains(first);
        assertThat(take(dana, FollowUpFilter.ALL)).contains(later);
        assertThat(take(dana, FollowUpFilter.ALL)).isEmpty();
        assertThat(dana.caller().call(() -> followUps.next(tenant, FollowUpFilter.ALL)))
                .map(FollowUpRow::id)
                .contains(tomorrow);
        assertThat(dana.caller().call(() -> followUps.count(tenant, FollowUpFilter.ALL)))
                .isEqualTo(new FollowUps.Counts(2, 0, 1, 1));
    }

    @Test
    void aLeaseThatIsOverCountsForNothing() {
        long id = due(Duration.ofMinutes(5));
        SignedInUser lee = shop.tenant.user(Role.CSR);
        assertThat(take(dana, FollowUpFilter.ALL)).contains(id);
        assertThat(take(lee, FollowUpFilter.ALL)).isEmpty();
        assertThat(lee.caller().call(() -> next.prolong(tenant, id))).isFalse();
        lee.caller().run(() -> next.release(tenant, id));
        assertThat(take(lee, FollowUpFilter.ALL)).as("not lee's to give back").isEmpty();
        dana.caller()
                .run(() -> Server.bean(JdbcClient.class)
                        .sql("update lead set lease_until = now() - interval '1 second' where tenant_id = :tenant")
                        .param("tenant", tenant)
                        .update());
        assertThat(take(lee, FollowUpFilter.ALL)).contains(id);
        assertThat(dana.caller().call(() -> next.prolong(tenant, id))).isFalse();
        assertThat(lee.caller().call(() -> next.prolong(tenant, id))).isTrue();
        lee.caller().run(() -> next.release(tenant, id));
        assertThat(take(dana, FollowUpFilter.ALL)).contains(id);
    }

    @Test
    void aColleaguesLeadIsLeftToThemUnlessSomebodyAsksForIt() {
        SignedInUser lee = shop.tenant.user(Role.CSR);
        long lees = lead(Instant.now().minusSeconds(3600), lee.id());
        long danas = lead(Instant.now().minusSeconds(60), dana.id());
        assertThat(take(dana, FollowUpFilter.ALL)).contains(danas);
        assertThat(take(dana, FollowUpFilter.ALL)).isEmpty();
        FollowUpFilter ofLee = new FollowUpFilter(null, null, Owner.of(lee.id()), null, null);
        assertThat(take(dana, ofLee)).contains(lees);
        assertThat(take(dana, new FollowUpFilter(null, null, Owner.NOBODY, null, null)))
                .isEmpty();
        long unlinked = due(Duration.ofMinutes(1));
        FollowUpFilter narrow = new FollowUpFilter(shop.campaign, shop.reason, Owner.NOBODY, Without.customer, null);
        assertThat(dana.caller()
                        .call(() -> followUps.list(tenant, LeadStatus.Open, narrow, new Paging(1, 50, false)))
                        .page()
                        .data())
                .extracting(FollowUpRow::id)
                .containsExactly(unlinked);
        assertThat(take(dana, narrow)).contains(unlinked);
    }

    @Test
    void whatWasSaidStaysAsItWasSaid() {
        long id = due(Duration.ofMinutes(5));
        Instant soon = Instant.parse("2030-01-02T15:00:00Z");
        dana.caller().run(() -> {
            next.take(tenant, FollowUpFilter.ALL);
            FollowUpDraft draft =
                    new FollowUpDraft(Channel.Call, Outcome.LeftVoicemail, " Call back after six ", true, soon);
            Lead lead = followUp.log(tenant, id, draft);
            assertThat(lead.details().followUpDate()).isEqualTo(soon);
            assertThat(lead.hold()).as("whoever had it is done").isNull();
            followUp.log(tenant, id, new FollowUpDraft(Channel.Text, Outcome.Sent, null, false, null));
        });
        List<LeadLogEntry> log = dana.caller()
                .call(() -> Server.bean(LeadViewStore.class).get(tenant, id))
                .log();
        assertThat(log).extracting(LeadLogEntry::outcome).containsExactly(Outcome.LeftVoicemail, Outcome.Sent);
        assertThat(log.getFirst().text()).isEqualTo("Call back after six");
        assertThat(log.getFirst().createdByName()).isEqualTo(dana.displayName());
        for (String sql : List.of(
                "update lead_follow_up set text = 'x'",
                "delete from lead_follow_up",
                "update lead_note set text = 'x'")) {
            assertThatThrownBy(() -> dana.caller()
                            .run(() -> Server.bean(JdbcClient.class).sql(sql).update()))
                    .as(sql)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aLeadNeedsADateOrAReason() {
        long id = dana.caller()
                .call(() -> Server.bean(CreateLead.class)
                        .create(
                                tenant,
                                RecordShape.with(shop.leadDraft(), "followUpDate", Instant.now()),
                                LeadSource.Hand)
                        .id());
        assertThatThrownBy(() -> dana.caller().run(() -> followUp.move(tenant, id, null)))
                .hasMessageContaining("followUpDate");
        assertThatThrownBy(() -> dana.caller()
                        .run(() -> followUp.log(tenant, id, new FollowUpDraft(null, null, "x", false, null))))
                .hasMessageContaining("followUpDate");
        Instant soon = Instant.parse("2030-01-02T15:00:00Z");
        assertThat(dana.caller()
                        .call(() -> followUp.move(tenant, id, soon))
                        .details()
                        .followUpDate())
                .isEqualTo(soon);
        assertThat(dana.caller()
                        .call(() -> leads.assign(tenant, id, dana.id()))
                        .details()
                        .ownerId())
                .isEqualTo(dana.id());
    }
}
