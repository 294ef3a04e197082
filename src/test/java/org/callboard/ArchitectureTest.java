package org.callboard;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.callboard.database.Variables;
import org.callboard.paging.Where;
import org.callboard.sheets.SheetWriter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.AnnotatedGenericBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatusCode;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.ui.ModelMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Which part may use which. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.callboard");

    /** The rooms of the house, from the ground up; a line is a floor. */
    private static final List<String> ORDER = List.of(
            "postgres refusals paging database secrets tasks changes validation http idempotency server requests outbound",
            "access limits providers addresses contactpoints understanding geography geocoding settings bookingscripts jobreasons openinghours serviceareas addresschecks campaigns people wordings mail pictures",
            "details mergedids matches search customers contacts jobs notices dispatch phonelines calls callbacks telephone bookings leads followups drafts queue desk duplicates merging mergeapi jobapi callapi",
            "publicforms webhooks exports sheets lists listchoices importrows imports",
            "web demo");

    @Test
    void everyModuleUsesOnlyWhatStandsAboveIt() {
        List<String> order =
                ORDER.stream().flatMap(floor -> Stream.of(floor.split(" "))).toList();
        ApplicationModules modules = ApplicationModules.of(Application.class).verify();

        assertThat(modules.stream().map(ArchitectureTest::name)).containsExactlyInAnyOrderElementsOf(order);
        assertThat(modules.stream())
                .allSatisfy(module -> assertThat(
                                module.getDirectDependencies(modules).uniqueModules())
                        .extracting(ArchitectureTest::name)
                        .isSubsetOf(order.subList(0, order.indexOf(name(module)))));
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }

    /**
     * Those of the demonstration too, of which no test that starts a server without it knows: two of one name, and Callboard
     * does not start.
     */
    @Test
    void everyBeanHasANameOfItsOwn() {
        AnnotationBeanNameGenerator names = AnnotationBeanNameGenerator.INSTANCE;
        BeanDefinitionRegistry none = new SimpleBeanDefinitionRegistry();
        Stream<Map.Entry<String, String>> components = CLASSES.stream()
                .filter(type -> !type.isAnnotation() && type.isMetaAnnotatedWith(Component.class))
                .map(type -> Map.entry(
                        names.generateBeanName(new AnnotatedGenericBeanDefinition(type.reflect()), none),
                        type.getName()));
        Stream<Map.Entry<String, String>> made = CLASSES.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Bean.class))
                .flatMap(method -> names(method).map(name -> Map.entry(name, method.getFullName())));

        Map<String, List<String>> byName = Stream.concat(components, made)
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));

        assertThat(byName).containsKeys("ringNowController", "searchStore");
        assertThat(byName)
                .allSatisfy((name, beans) -> assertThat(beans).as(name).hasSize(1));
    }

    private static Stream<String> names(JavaMethod method) {
        String[] given = method.getAnnotationOfType(Bean.class).name();
        return given.length == 0 ? Stream.of(method.getName()) : Stream.of(given);
    }

    /** SQL stands in stores. The change log puts its own together; so does {@link Where}, for the stores' lists. */
    @Test
    void onlyStoresSpeakSql() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Store")
                .and()
                .resideOutsideOfPackages("org.callboard.database", "org.callboard.changes")
                .and()
                .areNotAssignableTo(Where.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(JdbcClient.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(JdbcClient.StatementSpec.class)
                .check(CLASSES);
    }

    /** Spring would resolve what looks like a placeholder within a password; {@link Variables} take it as it is written. */
    @Test
    void whatAnOperatorSetsIsNotBoundBySpring() {
        noClasses().should().beAnnotatedWith(ConfigurationProperties.class).check(CLASSES);
    }

    /** A package that grows beyond this holds two nouns. Pages have a package for each screen. */
    @Test
    void noModuleButThePagesHasMoreThanThirtyFiles() {
        assertThat(CLASSES.stream()
                        .filter(type ->
                                type.isTopLevelClass() && !type.getPackageName().startsWith("org.callboard.web"))
                        .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting())))
                .allSatisfy((name, files) -> assertThat(files).as(name).isLessThanOrEqualTo(30));
    }

    /** The tenant travels with what JdbcClient sends; another way to the database would have to do the same. */
    @Test
    void theGroundAloneHasAnotherWayToTheDatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.callboard.postgres",
                        "org.callboard.database",
                        "org.callboard.changes",
                        "org.callboard.tasks")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(DataSource.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(JdbcOperations.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.sql.Connection.class)
                .check(CLASSES);
    }

    /** A refusal says why; what that is over HTTP is said by those who answer requests. */
    @Test
    void onlyWhoAnswersRequestsKnowsTheStatusesOfHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.callboard.http", "org.callboard.server", "org.callboard.web..")
                .and()
                .areNotMetaAnnotatedWith(Controller.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(HttpStatusCode.class)
                .check(CLASSES);
        classes()
                .that()
                .resideInAPackage("org.callboard.refusals")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "org.callboard.refusals", "org.jspecify..", "org.springframework.modulith")
                .check(CLASSES);
    }

    /** A raw path spells one route in many ways, so that a rule which reads it can be gone around. */
    @Test
    void nobodyDecidesByARawPath() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.callboard.http.RequestPath")
                .should()
                .callMethodWhere(target(nameMatching("getRequestUR[IL]|getServletPath|getPathInfo|getPathTranslated"))
                        .and(target(owner(assignableTo(HttpServletRequest.class)))))
                .check(CLASSES);
    }

    /** The host of a request is the word of whoever sent it: one place decides what it is believed for. */
    @Test
    void onePlaceReadsTheHostOfARequest() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.callboard.http.PublicUrl")
                .should()
                .callMethodWhere(target(nameMatching("getServerName|getServerPort|getRequestURL|getLocalName"))
                        .and(target(owner(assignableTo(ServletRequest.class)))))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ServletUriComponentsBuilder.class)
                .check(CLASSES);
    }

    /** What strangers typed is no formula in a file for a spreadsheet, since one place writes them all. */
    @Test
    void onePlaceWritesFilesForSpreadsheets() {
        noClasses()
                .that()
                .areNotAssignableTo(SheetWriter.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(CsvWriter.class)
                .check(CLASSES);
    }

    /**
     * What is blank and what stands at an edge is decided by Unicode, in one place: Java's own methods know neither the hard
     * space nor what has no width, and both come in with what people copy. Named are those who read headers, addresses of
     * pages and files of the house.
     */
    @Test
    void onePlaceKnowsTheEdgesOfATextOfPeople() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.callboard.postgres",
                        "org.callboard.database",
                        "org.callboard.paging",
                        "org.callboard.http",
                        "org.callboard.idempotency",
                        "org.callboard.demo",
                        "org.callboard.web.docs")
                .and()
                .haveNameNotMatching(".*\\.(ApiAuthentication|AccessTokens|Synonyms|CallsStream|webhooks\\.Sender)")
                .should()
                .callMethodWhere(target(nameMatching("strip|trim|isBlank|stripLeading|stripTrailing"))
                        .and(target(owner(assignableTo(String.class)))))
                .check(CLASSES);
    }

    /** A stream of rows that nobody closes keeps its connection, and there are not many. */
    @Test
    void rowsAreReadAsAList() {
        noClasses()
                .should()
                .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                .check(CLASSES);
    }

    /**
     * A handler of pages answers with one record of what its page shows: in a bag of values nobody misses one that a template
     * asks for until somebody opens the page. Named are those that still fill a bag.
     */
    @Test
    void aPageShowsOneRecord() {
        noClasses()
                .that()
                .resideInAPackage("org.callboard.web..")
                .and()
                .haveNameNotMatching(".*\\.(settings|setup|signin)\\..*|.*\\.layout\\.ErrorPages")
                .should()
                .callMethodWhere(target(
                                nameMatching("addAttribute|addAllAttributes|mergeAttributes|addObject|addAllObjects"))
                        .and(target(owner(assignableTo(Model.class)
                                .or(assignableTo(ModelMap.class))
                                .or(assignableTo(ModelAndView.class))))))
                .check(CLASSES);
    }
}
