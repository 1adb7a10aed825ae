/** Deploying a model: propose, import, evaluate, ready, canary, activate, roll back, retire; each step by one compare-and-set, and audited. */
@ApplicationModule(
        allowedDependencies = {
            "problems",
            "identity",
            "energy",
            "models",
            "retention",
            "feedback",
            "verification",
            "reading",
            "passages"
        })
@NullMarked
package fr.isere.iris.releases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
