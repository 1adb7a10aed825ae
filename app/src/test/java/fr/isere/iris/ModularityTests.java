package fr.isere.iris;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(IrisApplication.class);

    @Test
    void capabilitiesKeepTheirBoundaries() {
        MODULES.verify();
    }

    /** Under {@code target/spring-modulith-docs}. */
    @Test
    void capabilitiesAreDrawn() {
        new Documenter(MODULES).writeModulesAsPlantUml().writeModuleCanvases();
    }
}
