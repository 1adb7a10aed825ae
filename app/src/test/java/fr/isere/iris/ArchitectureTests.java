package fr.isere.iris;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

@AnalyzeClasses(packages = "fr.isere.iris", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule ONLY_RETENTION_KNOWS_REDIS = noClasses()
            .that()
            .resideOutsideOfPackage("..iris.retention..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.data.redis..", "io.lettuce..");

    @ArchTest
    static final ArchRule ONLY_MODELS_KNOWS_THE_ENGINES = noClasses()
            .that()
            .resideOutsideOfPackage("..iris.models..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.langchain4j..");

    @ArchTest
    static final ArchRule TIME_IS_INJECTED = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule CLOCK_IS_MADE_ONCE = noClasses()
            .that()
            .resideOutsideOfPackage("..iris.retention..")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule NO_STATIC_STATE = fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule DEPENDENCIES_ARE_CONSTRUCTOR_PARAMETERS =
            noFields().should().beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired");

    @ArchTest
    static final ArchRule NAMES_SAY_INTENT =
            classes().should().haveNameNotMatching(".*(Service|Manager|Util|Utils|Helper|Impl)$");

    @ArchTest
    static final ArchRule NOTHING_OF_THE_DEMONSTRATION_IS_SHIPPED = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..iris.demo..", "..iris.testing..", "redis.embedded..", "de.kherud..");
}
