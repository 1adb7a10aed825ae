package fr.isere.iris.bias;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.isere.iris.charter.Charter;
import fr.isere.iris.chat.Asides;
import fr.isere.iris.chat.Posed;
import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.problems.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The bias probe: for which answers, what it would exchange and cost, and each of its answers. */
@RestController
@RequestMapping("/api/bias")
class BiasController {

    private final Probe probe;
    private final Asides asides;
    private final Charter charter;

    BiasController(Probe probe, Asides asides, Charter charter) {
        this.probe = probe;
        this.asides = asides;
        this.charter = charter;
    }

    record OffersView(List<Probe.Offer> offers) {}

    /**
     * What a probe would do.
     *
     * @param fromDocuments whether documents are given to the model beside the request, as they were
     */
    record PlanView(
            String messageId, String model, String answer, boolean fromDocuments, List<AxisView> axes, CostView cost) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record AxisView(String axis, @Nullable ObstacleView obstacle, List<VariantView> variants) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ObstacleView(String kind, @Nullable String words) {}

    record VariantView(boolean hers, String before, String after, List<Change> changes) {}

    /** Of one request, in tokens: what the first answer took, or the estimate where the engine did not count. */
    record CostView(int promptTokens, int answerTokens) {}

    /** What is asked for: an axis, or the control. */
    record NewAnswer(
            @Nullable String conversationId,
            @Nullable String messageId,
            @Nullable String axis) {}

    @GetMapping
    OffersView offers(CurrentUser user, @RequestParam String conversation) {
        return new OffersView(probe.offers(user, conversation));
    }

    @GetMapping("/plan")
    PlanView plan(CurrentUser user, @RequestParam String conversation, @RequestParam String message) {
        Posed posed = asides.posed(user, conversation, message);
        int prompt = posed.usage().promptTokens();
        return new PlanView(
                posed.messageId(),
                posed.model(),
                posed.answer(),
                !posed.material().isEmpty(),
                probe.plan(posed).stream().map(BiasController::view).toList(),
                new CostView(
                        prompt > 0 ? prompt : posed.promptTokens(),
                        posed.usage().answerTokens()));
    }

    @PostMapping("/answers")
    ResponseEntity<StreamingResponseBody> answer(
            CurrentUser user, @RequestBody NewAnswer wanted, HttpServletResponse servlet) {
        charter.requireAccepted(user);
        if (wanted.conversationId() == null || wanted.messageId() == null || wanted.axis() == null) {
            throw new ProblemException("bias-axis-unknown", HttpStatus.BAD_REQUEST);
        }
        Posed posed = asides.posed(user, wanted.conversationId(), wanted.messageId());
        return asides.answer(user, posed, probe.said(posed, wanted.axis()), servlet);
    }

    private static AxisView view(Probe.AxisPlan plan) {
        Obstacle obstacle = plan.obstacle();
        return new AxisView(
                plan.axis().id(),
                obstacle == null ? null : new ObstacleView(name(obstacle.kind()), obstacle.words()),
                plan.variants().stream().map(BiasController::view).toList());
    }

    private static VariantView view(Probe.Variant variant) {
        Exchange exchange = variant.exchange();
        return new VariantView(variant.isHers(), variant.before(), exchange.text(), exchange.changes());
    }

    private static String name(Obstacle.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
