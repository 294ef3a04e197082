package org.callboard.bench;

import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.callboard.access.Apps;
import org.callboard.access.Role;
import org.callboard.access.Scope;
import org.callboard.access.Tenants;
import org.callboard.campaigns.Campaign;
import org.callboard.campaigns.CampaignCategories;
import org.callboard.campaigns.CampaignCategory;
import org.callboard.campaigns.Campaigns;
import org.callboard.database.Caller;
import org.callboard.jobreasons.JobCancelReasons;
import org.callboard.jobreasons.JobHoldReasons;
import org.callboard.people.Users;
import org.callboard.providers.BookingProviderTags;
import org.callboard.settings.BusinessUnit;
import org.callboard.settings.BusinessUnits;
import org.callboard.settings.CallReason;
import org.callboard.settings.CallReasons;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.settings.JobType;
import org.callboard.settings.JobTypes;
import org.callboard.settings.Setting;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.callboard.settings.Technician;
import org.callboard.settings.Technicians;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes companies through the services, as a person would: the services hash what is secret and write the change log. */
final class Companies {

    /** Where the services are. */
    interface Beans {
        <T> T bean(Class<T> type);
    }

    /** So many have a job for somebody about every working day. */
    private static final long CUSTOMERS_PER_TECHNICIAN = 20_000;

    private final Beans beans;
    private final Tenants tenants;
    private final TransactionTemplate transaction;
    private final String password = password();

    Companies(Beans beans) {
        this.beans = beans;
        this.tenants = beans.bean(Tenants.class);
        this.transaction = new TransactionTemplate(beans.bean(PlatformTransactionManager.class));
    }

    /** A company that has everything but customers. */
    Company create(int place, String name, long customers) {
        long tenant = tenants.nextId();
        return Caller.system(tenant)
                .call(() -> transaction.execute(status -> {
                    tenants.create(name, ZoneId.of("America/New_York"), "US");
                    String email = "owner@company" + tenant + ".example";
                    long owner = beans.bean(Users.class)
                            .add(tenant, new Users.Draft("Pat Owner", email, Role.Owner, password));
                    Company.Settings settings = settings(tenant, customers);
                    Apps apps = beans.bean(Apps.class);
                    Apps.Registered app = apps.register(tenant, "Bench", EnumSet.allOf(Scope.class));
                    Apps.Connected open = apps.connect(tenant, app.id(), null);
                    Apps.Connected bound = apps.connect(tenant, app.id(), settings.provider());
                    return new Company(
                            tenant,
                            place,
                            name,
                            customers,
                            new Company.Actor("user", owner, "Pat Owner"),
                            new Company.Actor("connection", open.id(), "Bench"),
                            settings,
                            new Company.Access(
                                    app.appKey(),
                                    open.clientId(),
                                    open.clientSecret(),
                                    bound.clientId(),
                                    bound.clientSecret(),
                                    email,
                                    password));
                }));
    }

    private Company.Settings settings(long tenant, long customers) {
        beans.bean(JobCancelReasons.class).addStarters(tenant);
        beans.bean(JobHoldReasons.class).addStarters(tenant);
        List<Long> units = Stream.of("Heating & Cooling", "Plumbing", "Electrical")
                .map(name -> beans.bean(BusinessUnits.class)
                        .add(tenant, new BusinessUnit.Details(name))
                        .id())
                .toList();
        long category = beans.bean(CampaignCategories.class)
                .add(tenant, new CampaignCategory.Details("General", CampaignCategory.Type.Regular))
                .id();
        List<Long> technicians = Stream.concat(
                        Stream.of("Sam Ortiz", "Lee Hart", "Alex Bowen", "Robin Diaz"),
                        LongStream.rangeClosed(1, customers / CUSTOMERS_PER_TECHNICIAN)
                                .mapToObj(number -> "Technician " + number))
                .map(name -> new Technician.Details(name, null, null, units.getFirst()))
                .map(draft -> beans.bean(Technicians.class).add(tenant, draft).id())
                .toList();
        return new Company.Settings(
                units,
                Stream.of("Service call", "Repair", "Maintenance", "Installation", "Estimate")
                        .map(name -> beans.bean(JobTypes.class)
                                .add(tenant, new JobType.Details(name, List.of()))
                                .id())
                        .toList(),
                Stream.of("Website", "Search ads", "Referral", "Radio", "Unknown")
                        .map(name -> beans.bean(Campaigns.class)
                                .add(tenant, new Campaign.Details(name, category))
                                .id())
                        .toList(),
                reasons(tenant, true, "Comparing prices", "Wants to think it over", "Could not be reached"),
                reasons(tenant, false, "Outside the service area", "Wrong number", "Spam or sales call"),
                Stream.of("VIP", "Call before arrival", "Dog on site", "Service agreement", "Slow payer", "Landlord")
                        .map(name -> beans.bean(TagTypes.class)
                                .add(tenant, new TagType.Details(name))
                                .id())
                        .toList(),
                technicians,
                ids(beans.bean(JobCancelReasons.class).choices(tenant)),
                ids(beans.bean(JobHoldReasons.class).all(tenant)),
                List.of(
                        field(tenant, "customer", "Account number", DataType.Numeric, List.of()),
                        field(tenant, "customer", "Membership", DataType.Dropdown, List.of("Gold", "Silver", "None"))),
                List.of(
                        field(tenant, "location", "Gate code", DataType.Numeric, List.of()),
                        field(tenant, "location", "Access", DataType.Text, List.of("Front door", "Side", "Lock box"))),
                beans.bean(BookingProviderTags.class)
                        .create(tenant, "Website", "Bookings of the website")
                        .id());
    }

    private static List<Long> ids(List<? extends Setting<?>> all) {
        return all.stream().<Long>map(Setting::id).toList();
    }

    private List<Long> reasons(long tenant, boolean lead, String... names) {
        return Stream.of(names)
                .map(name -> beans.bean(CallReasons.class)
                        .add(tenant, new CallReason.Details(name, lead))
                        .id())
                .toList();
    }

    private Company.Field field(long tenant, String kind, String name, DataType type, List<String> words) {
        long id = beans.bean(CustomFieldTypes.class)
                .add(tenant, kind, name, type, type == DataType.Dropdown ? words : null)
                .id();
        return new Company.Field(id, words);
    }

    private static String password() {
        byte[] bytes = new byte[12];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
