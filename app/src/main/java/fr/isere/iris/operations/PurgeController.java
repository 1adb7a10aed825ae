package fr.isere.iris.operations;

import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.identity.Role;
import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.retention.PurgeProof;
import fr.isere.iris.retention.PurgeProofs;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The purge proof, for those who answer for it. */
@RestController
@RequestMapping("/api/ops/purge")
class PurgeController {

    private final PurgeProofs proofs;

    PurgeController(PurgeProofs proofs) {
        this.proofs = proofs;
    }

    @GetMapping
    PurgeProof last(CurrentUser user) {
        user.mustBe(Role.EXPLOITANT, Role.REFERENT);
        return proofs.last().or(proofs::renew).orElseThrow(PurgeController::none);
    }

    /** Walks now; answers when the walk is over. */
    @PostMapping("/checks")
    PurgeProof check(CurrentUser user) {
        user.mustBe(Role.EXPLOITANT, Role.REFERENT);
        return proofs.renew().orElseThrow(PurgeController::none);
    }

    private static ProblemException none() {
        return new ProblemException("purge-not-checked", HttpStatus.SERVICE_UNAVAILABLE);
    }
}
