package org.callboard.web.settings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.callboard.access.Tenants;
import org.callboard.campaigns.Campaign;
import org.callboard.campaigns.Campaigns;
import org.callboard.phonelines.OwnNumber;
import org.callboard.phonelines.OwnNumbers;
import org.callboard.phonelines.RingGroup;
import org.callboard.phonelines.RingGroups;
import org.callboard.settings.BusinessUnit;
import org.callboard.settings.BusinessUnits;
import org.callboard.web.Phones;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class OwnNumberSettings extends NamedKind<OwnNumber, OwnNumber.Details> {

    private final Campaigns campaigns;
    private final BusinessUnits units;
    private final RingGroups groups;
    private final Tenants tenants;

    OwnNumberSettings(
            OwnNumbers numbers, Campaigns campaigns, BusinessUnits units, RingGroups groups, Tenants tenants) {
        super(
                numbers,
                OwnNumber.Details.class,
                new Words(
                                "own-numbers",
                                "Phone numbers",
                                "phone number",
                                "The numbers under which people call you, and who answers them. A call is credited to the"
                                        + " campaign of the number that was dialed, and calls between your own telephones wait for nobody.",
                                "Number",
                                "Credited to",
                                "Rings")
                        .whenDeactivated(
                                "Calls to it are credited to nothing from now on, and ring everybody who takes calls. It can be"
                                        + " reactivated."));
        this.campaigns = campaigns;
        this.units = units;
        this.groups = groups;
        this.tenants = tenants;
    }

    @Override
    Map<String, List<Option>> options(long tenant, @Nullable OwnNumber present) {
        return Map.of(
                "campaigns", Option.all(campaigns.all(tenant)),
                "units", Option.all(units.all(tenant)),
                "groups", Option.all(groups.all(tenant)));
    }

    @Override
    Function<OwnNumber, List<String>> cells(long tenant) {
        List<Campaign> sources = campaigns.all(tenant);
        List<BusinessUnit> all = units.all(tenant);
        List<RingGroup> ringing =
                groups.all(tenant).stream().filter(RingGroup::active).toList();
        Phones phones = new Phones(tenants.get(tenant).region());
        return one -> List.of(
                phones.display(one.number()),
                Stream.of(Choices.name(sources, one.campaignId()), Choices.name(all, one.businessUnitId()))
                        .filter(name -> !name.equals(NONE))
                        .reduce((campaign, unit) -> campaign + ", " + unit)
                        .orElse(NONE),
                ringing.stream()
                        .filter(group -> Objects.equals(group.id(), one.ringGroupId()))
                        .map(RingGroup::name)
                        .findFirst()
                        .orElse("Everybody who takes calls"));
    }
}
