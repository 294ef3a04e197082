package org.callboard.phonelines;

import java.util.Optional;
import org.callboard.campaigns.Campaigns;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.database.RecordShape;
import org.callboard.phonelines.CallerNumber.Number;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.settings.BusinessUnits;
import org.callboard.settings.Settings;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The numbers under which a company is called. A number is in use once. */
@Service
public class OwnNumbers extends Settings<OwnNumber, OwnNumber.Details> {

    private final OwnNumberStore store;
    private final WhoseNumber whose;
    private final Campaigns campaigns;
    private final BusinessUnits units;
    private final RingGroups groups;

    OwnNumbers(
            OwnNumberStore store,
            WhoseNumber whose,
            Campaigns campaigns,
            BusinessUnits units,
            RingGroups groups,
            Changes changes) {
        super(store, changes, EntityKind.OWN_NUMBER);
        this.store = store;
        this.whose = whose;
        this.campaigns = campaigns;
        this.units = units;
        this.groups = groups;
    }

    /** The number in use that a system told in any format. */
    public Optional<OwnNumber> told(long tenant, @Nullable String told) {
        return whose.read(tenant, told) instanceof Number number ? of(tenant, number.e164()) : Optional.empty();
    }

    /** The number in use that is this one (E.164). */
    public Optional<OwnNumber> of(long tenant, String number) {
        return store.of(tenant, number);
    }

    @Override
    @Transactional
    public OwnNumber add(long tenant, OwnNumber.Details details) {
        OwnNumber.Details read = read(tenant, details);
        requireFree(tenant, 0, read);
        return super.add(tenant, read);
    }

    @Override
    @Transactional
    public OwnNumber update(long tenant, long id, OwnNumber.Details details) {
        OwnNumber.Details read = read(tenant, details);
        if (get(tenant, id).active()) {
            requireFree(tenant, id, read);
        }
        return super.update(tenant, id, read);
    }

    @Override
    @Transactional
    public OwnNumber activate(long tenant, long id, boolean active) {
        if (active) {
            requireFree(tenant, id, get(tenant, id).details());
        }
        return super.activate(tenant, id, active);
    }

    @Override
    protected void check(long tenant, OwnNumber.Details details, FieldErrors errors) {
        Long campaign = details.campaignId();
        Long unit = details.businessUnitId();
        Long group = details.ringGroupId();
        errors.addIf(
                !(whose.read(tenant, details.number()) instanceof Number), "number", "A telephone number is expected.");
        errors.addIf(
                campaign != null && campaigns.find(tenant, campaign).isEmpty(),
                "campaignId",
                "There is no campaign with this id.");
        errors.addIf(
                unit != null && units.find(tenant, unit).isEmpty(),
                "businessUnitId",
                "There is no business unit with this id.");
        errors.addIf(
                group != null && groups.find(tenant, group).isEmpty(),
                "ringGroupId",
                "There is no ring group with this id.");
    }

    /** With the number in the form in which it is kept, as far as it can be read. */
    private OwnNumber.Details read(long tenant, OwnNumber.Details details) {
        return whose.read(tenant, details.number()) instanceof Number known
                ? RecordShape.with(details, "number", known.e164())
                : details;
    }

    private void requireFree(long tenant, long id, OwnNumber.Details details) {
        of(tenant, details.number()).filter(other -> other.id() != id).ifPresent(other -> {
            throw new Invalid("number", "This is the number of " + other.name() + " already.");
        });
    }

    @Override
    protected Invalid taken() {
        return new Invalid("number", "Another number is the same.");
    }
}
