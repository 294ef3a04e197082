package org.callboard.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import org.callboard.access.Apps;
import org.callboard.access.EmployeeRole;
import org.callboard.access.Scope;
import org.callboard.access.Tenant;
import org.callboard.access.Tenants;
import org.callboard.campaigns.Campaign;
import org.callboard.campaigns.CampaignCategories;
import org.callboard.campaigns.CampaignCategory;
import org.callboard.campaigns.Campaigns;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.people.Employee;
import org.callboard.people.Employees;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.refusals.RefusalCode;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SettingsTest {

    private final TestTenant tenant = TestTenant.create();
    private final BusinessUnits units = Server.bean(BusinessUnits.class);
    private final JobTypes types = Server.bean(JobTypes.class);
    private final Campaigns campaigns = Server.bean(Campaigns.class);
    private final CampaignCategories categories = Server.bean(CampaignCategories.class);
    private final CallReasons reasons = Server.bean(CallReasons.class);
    private final TagTypes tags = Server.bean(TagTypes.class);
    private final Technicians technicians = Server.bean(Technicians.class);
    private final Employees employees = Server.bean(Employees.class);
    private final Changes changes = Server.bean(Changes.class);

    @Test
    void theReasonOfCallsAboutAJobIsNoLeadUnderWhateverNameAndAddedOnce() {
        tenant.caller.run(() -> reasons.add(tenant.id, new CallReason.Details("EXISTING JOB", true)));
        List<CallReason> found = AtOnce.run(4, i -> () -> tenant.caller.call(() -> reasons.existingJob(tenant.id)));
        assertThat(found)
                .allSatisfy(reason ->
                        assertThat(reason.details()).isEqualTo(new CallReason.Details("Existing job 2", false)));
        tenant.caller.run(() -> {
            long id = found.getFirst().id();
            reasons.activate(tenant.id, id, false);
            assertThat(reasons.existingJob(tenant.id).id()).isEqualTo(id);
            reasons.update(tenant.id, id, new CallReason.Details("Asked about their job", false));
            assertThat(reasons.existingJob(tenant.id).id()).isEqualTo(id);
            reasons.update(tenant.id, id, new CallReason.Details("Asked about their job", true));
            CallReason next = reasons.existingJob(tenant.id);
            assertThat(next.details()).isEqualTo(new CallReason.Details("Existing job 2", false));
            reasons.update(tenant.id, id, new CallReason.Details("Asked about their job", false));
            assertThat(reasons.existingJob(tenant.id))
                    .as("the one that took its place")
                    .isEqualTo(next);
        });
    }

    @Test
    void aBusinessUnitIsAddedRenamedAndDeactivatedOnTheRecord() {
        tenant.caller.run(() -> {
            BusinessUnit unit = units.add(tenant.id, new BusinessUnit.Details("  Plumbing "));
            assertThat(unit.name()).isEqualTo("Plumbing");
            assertThat(unit.active()).isTrue();
            BusinessUnit renamed = units.update(tenant.id, unit.id(), new BusinessUnit.Details("Plumbing North"));
            assertThat(renamed.active()).isTrue();
            BusinessUnit changed = units.activate(tenant.id, unit.id(), false);
            assertThat(units.find(tenant.id, unit.id())).contains(changed);
            assertThat(changed.createdOn()).isEqualTo(unit.createdOn());

            List<Changes.Change> history = changes.of(tenant.id, EntityKind.BUSINESS_UNIT, unit.id());
            assertThat(history)
                    .extracting(change -> change.action().word())
                    .containsExactly("updated", "updated", "created");
            assertThat(history.getFirst().actorName()).isEqualTo(tenant.owner.displayName());
            assertThat(history.getFirst().fields()).containsExactly(new Diff.Field("active", true, false));
            assertThat(history.get(1).fields()).containsExactly(new Diff.Field("name", "Plumbing", "Plumbing North"));
        });
    }

    @Test
    void aNameIsRequiredShortAndTheOnlyOneOfItsKind() {
        tenant.caller.run(() -> {
            tags.add(tenant.id, new TagType.Details("VIP"));
            TagType other = tags.add(tenant.id, new TagType.Details("Dog on site"));
            assertWrong(() -> tags.add(tenant.id, new TagType.Details(" ")), "name");
            assertWrong(() -> tags.add(tenant.id, new TagType.Details("x".repeat(101))), "name");
            assertThat(assertWrong(() -> tags.add(tenant.id, new TagType.Details("vip")), "name")
                            .errors())
                    .containsEntry("name", List.of("Another tag type has this name."));
            assertWrong(() -> tags.update(tenant.id, other.id(), new TagType.Details("VIP")), "name");
            assertThat(tags.all(tenant.id)).extracting(TagType::name).containsExactly("Dog on site", "VIP");
        });
    }

    @Test
    void aJobTypeGoesWithItsBusinessUnitsOrWithAll() {
        tenant.caller.run(() -> {
            long plumbing =
                    units.add(tenant.id, new BusinessUnit.Details("Plumbing")).id();
            long heating =
                    units.add(tenant.id, new BusinessUnit.Details("Heating")).id();
            JobType anywhere = types.add(tenant.id, new JobType.Details("Estimate", List.of()));
            JobType leak = types.add(tenant.id, new JobType.Details("Leak", List.of(plumbing, plumbing)));
            assertThat(leak.details().businessUnitIds()).containsExactly(plumbing);
            assertThat(leak.goesWith(plumbing)).isTrue();
            assertThat(leak.goesWith(heating)).isFalse();
            assertThat(anywhere.goesWith(heating)).isTrue();

            types.update(tenant.id, leak.id(), new JobType.Details("Leak", List.of(heating, plumbing)));
            assertThat(types.all(tenant.id))
                    .extracting(type -> type.details().businessUnitIds())
                    .containsExactly(List.of(), List.of(plumbing, heating));
            assertThat(changes.of(tenant.id, EntityKind.JOB_TYPE, leak.id())
                            .getFirst()
                            .fields())
                    .containsExactly(new Diff.Field(
                            "businessUnitIds", List.of((int) plumbing), List.of((int) plumbing, (int) heating)));
            assertWrong(
                    () -> types.add(tenant.id, new JobType.Details("", List.of(heating, 1L))),
                    "name",
                    "businessUnitIds[1]");
        });
    }

    @Test
    void whoeverAsksForACustomFieldNamesTheListThatTheyMean() {
        assertThat(CustomFieldTypes.class.getMethods())
                .filteredOn(method -> method.getDeclaringClass() != Object.class)
                .filteredOn(method -> !Modifier.isStatic(method.getModifiers())) // without a store there is no list
                .filteredOn(method -> !method.getName().equals("askAboutHouse")) // says a job's field by its name
                .isNotEmpty()
                .allSatisfy(method -> assertThat(method.getParameterTypes()).startsWith(long.class, String.class));
    }

    @Test
    void aCampaignShowsItsCategory() {
        tenant.caller.run(() -> {
            CampaignCategory online = categories.add(
                    tenant.id, new CampaignCategory.Details("Online", CampaignCategory.Type.GoogleHomeServices));
            Campaign ads = campaigns.add(tenant.id, new Campaign.Details("Search ads", online.id()));
            assertThat(ads.category()).isEqualTo(new Campaign.Category(online.id(), "Online", true));
            assertThat(campaigns
                            .update(tenant.id, ads.id(), new Campaign.Details("Search ads", null))
                            .category())
                    .isNull();
            assertWrong(() -> campaigns.add(tenant.id, new Campaign.Details("", 1L)), "name", "categoryId");
            categories.update(
                    tenant.id, online.id(), new CampaignCategory.Details("Web", CampaignCategory.Type.Regular));
            assertThat(categories.get(tenant.id, online.id()).details().type())
                    .isEqualTo(CampaignCategory.Type.Regular);
        });
    }

    @Test
    void aCallReasonSaysWhetherItCountsAsALead() {
        tenant.caller.run(() -> {
            CallReason price = reasons.add(tenant.id, new CallReason.Details("Asked for a price", true));
            assertThat(price.details().isLead()).isTrue();
            assertThat(reasons.update(tenant.id, price.id(), new CallReason.Details("Asked for a price", false))
                            .details()
                            .isLead())
                    .isFalse();
            assertThatThrownBy(() -> reasons.update(tenant.id, 1, new CallReason.Details("x", true)))
                    .isInstanceOf(NotFound.class);
        });
    }

    @Test
    void twoTechniciansMayHaveOneName() {
        tenant.caller.run(() -> {
            long unit =
                    units.add(tenant.id, new BusinessUnit.Details("Plumbing")).id();
            Technician one =
                    technicians.add(tenant.id, new Technician.Details("Sam Lee", "sam@example.com", "555 0100", unit));
            technicians.add(tenant.id, new Technician.Details("Sam Lee", "", " ", null));
            assertThat(technicians.all(tenant.id)).hasSize(2);
            assertThat(one.details().businessUnitId()).isEqualTo(unit);
            assertWrong(
                    () -> technicians.update(tenant.id, one.id(), new Technician.Details("", "sam", "none", 1L)),
                    "name",
                    "email",
                    "phone",
                    "businessUnitId");
        });
    }

    @Test
    void anEmployeeWhoSignsInIsChangedAmongTheUsers() {
        tenant.caller.run(() -> {
            Employee pat = employees.add(tenant.id, new Employees.Draft("Pat", "Dispatch", null, null, null));
            employees.update(tenant.id, pat.id(), new Employees.Draft("Pat", "Accounting", null, "555 0101", null));
            employees.activate(tenant.id, pat.id(), false);
            assertThat(employees.get(tenant.id, pat.id()))
                    .extracting(Employee::role, Employee::phone, Employee::active)
                    .containsExactly(EmployeeRole.Accounting, "555 0101", false);
            Refusal refused = catchThrowableOfType(
                    Refusal.class,
                    () -> employees.update(
                            tenant.id, tenant.owner.id(), new Employees.Draft("Pat", "Dispatch", null, null, null)));
            assertThat(refused.code()).isEqualTo(RefusalCode.CONFLICT);
            assertWrong(
                    () -> employees.add(tenant.id, new Employees.Draft("", "Pirate", "@", "", null)),
                    "name",
                    "role",
                    "email");
            assertWrong(
                    () -> employees.add(tenant.id, new Employees.Draft("Kim", "CSR", null, null, 1L)),
                    "businessUnitId");
        });
    }

    /** Whoever saves a form as it was has done nothing. */
    @Test
    void whatIsSavedAsItWasLeavesNoLine() {
        tenant.caller.run(() -> {
            savedAgain(units, new BusinessUnit.Details("Plumbing"));
            long unit = units.all(tenant.id).getFirst().id();
            savedAgain(types, new JobType.Details("Furnace repair", List.of(unit)));
            savedAgain(categories, new CampaignCategory.Details("Online", CampaignCategory.Type.Regular));
            savedAgain(
                    campaigns,
                    new Campaign.Details(
                            "Website", categories.all(tenant.id).getFirst().id()));
            savedAgain(reasons, new CallReason.Details("Asked for a price", true));
            savedAgain(tags, new TagType.Details("VIP"));
            savedAgain(technicians, new Technician.Details("Sam Lee", "sam@example.com", "555 0100", unit));
            Employees.Draft pat = new Employees.Draft("Pat", "Dispatch", null, null, unit);
            employees.update(tenant.id, employees.add(tenant.id, pat).id(), pat);
            Apps apps = Server.bean(Apps.class);
            apps.update(
                    tenant.id,
                    apps.register(tenant.id, "App", Set.of(Scope.EXPORT)).id(),
                    "App",
                    Set.of(Scope.EXPORT),
                    true);
            Tenants tenants = Server.bean(Tenants.class);
            Tenant company = tenants.get(tenant.id);
            tenants.update(tenant.id, company.name(), company.timeZone().getId(), company.region());
            tenants.showBookingsOnCalls(tenant.id, company.showBookingsOnCalls());
            assertThat(Server.bean(JdbcClient.class)
                            .sql("select record_kind from change where tenant_id = ? and action = 'updated'")
                            .param(tenant.id)
                            .query(String.class)
                            .list())
                    .isEmpty();
        });
    }

    private <D extends Record & Setting.Named, T extends Record & Setting<D>> void savedAgain(
            Settings<T, D> kind, D details) {
        T one = kind.add(tenant.id, details);
        kind.update(tenant.id, one.id(), one.details());
        kind.activate(tenant.id, one.id(), true);
    }

    private static Refusal assertWrong(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String... fields) {
        Refusal problem = catchThrowableOfType(Refusal.class, call);
        assertThat(problem).isNotNull();
        assertThat(problem.code()).isEqualTo(RefusalCode.INVALID);
        assertThat(problem.errors()).containsOnlyKeys(fields);
        return problem;
    }
}
