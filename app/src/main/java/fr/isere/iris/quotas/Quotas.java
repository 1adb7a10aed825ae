package fr.isere.iris.quotas;

import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.models.AnswerMeasured;
import fr.isere.iris.models.Sender;
import fr.isere.iris.models.Usage;
import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.retention.Pseudonyms;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Lets a person ask as much as her role may. Who has no quota is not counted. */
@Component
public class Quotas {

    private static final Logger LOG = LoggerFactory.getLogger(Quotas.class);

    /** Which of them was reached, for the text. */
    private static final int REQUESTS = 0;

    private static final int TOKENS = 1;
    private static final int AT_ONCE = 2;

    private final QuotaSettings settings;
    private final Counters counters;
    private final Pseudonyms pseudonyms;

    Quotas(QuotaSettings settings, Counters counters, Pseudonyms pseudonyms) {
        this.settings = settings;
        this.counters = counters;
        this.pseudonyms = pseudonyms;
    }

    /**
     * Counts an answer that somebody asks for.
     *
     * @param answerId it is being written while {@code runs} says so
     * @throws ProblemException {@code quota-reached} (429): nothing is counted
     */
    public void take(CurrentUser user, String answerId, Predicate<String> runs) {
        Optional<Quota> quota = settings.of(user.roles());
        if (quota.isEmpty()) {
            return;
        }
        counters.change(pseudonyms.of(user.id()), before -> {
            Used used = before.only(runs);
            refuseIfReached(quota.get(), used);
            return used.plusAnswer(answerId);
        });
    }

    /**
     * Refuses early, before documents are searched for an answer that will not be given; counts nothing.
     *
     * @throws ProblemException {@code quota-reached} (429)
     */
    public void require(CurrentUser user, Predicate<String> runs) {
        settings.of(user.roles())
                .ifPresent(quota -> refuseIfReached(
                        quota, counters.used(pseudonyms.of(user.id())).only(runs)));
    }

    private void refuseIfReached(Quota quota, Used used) {
        refuseIfReached(quota.requestsADay(), used.requests(), REQUESTS);
        refuseIfReached(quota.tokensADay(), used.tokens(), TOKENS);
        refuseIfReached(quota.atOnce(), used.running().size(), AT_ONCE);
    }

    /** It was not asked for after all. */
    public void giveBack(CurrentUser user, String answerId) {
        if (settings.of(user.roles()).isPresent()) {
            counters.change(pseudonyms.of(user.id()), used -> used.withoutAnswer(answerId));
        }
    }

    private void refuseIfReached(@Nullable Number limit, long used, int which) {
        if (limit != null && used >= limit.longValue()) {
            throw new ProblemException("quota-reached", HttpStatus.TOO_MANY_REQUESTS, which, limit.longValue())
                    .with("renewedAt", counters.midnight().toString());
        }
    }

    @EventListener
    void onAnswer(AnswerMeasured measured) {
        Sender sender = measured.sender();
        Usage usage = measured.usage();
        long tokens = (long) usage.promptTokens() + usage.answerTokens();
        if (!settings.countTokens() || sender.person().isEmpty() || tokens == 0) {
            return;
        }
        try {
            counters.change(sender.person(), used -> used.plusTokens(tokens));
        } catch (RuntimeException e) {
            LOG.warn("The tokens of an answer are not counted: {}", e.getClass().getSimpleName());
        }
    }
}
