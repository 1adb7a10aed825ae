/** Who is here: OIDC sign-in, roles, sessions, the security filter chain and {@link fr.isere.iris.identity.CurrentUser}. */
@ApplicationModule(allowedDependencies = {"problems", "retention"})
@NullMarked
package fr.isere.iris.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
