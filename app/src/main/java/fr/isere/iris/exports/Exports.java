package fr.isere.iris.exports;

import fr.isere.iris.charter.Charter;
import fr.isere.iris.chat.GivenAnswer;
import fr.isere.iris.chat.GivenAnswers;
import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.problems.ProblemException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Lets an answer leave IRIS, with a human name on it and its checklist done. */
@Component
class Exports {

    private final GivenAnswers answers;
    private final SourceLines sources;
    private final Charter charter;
    private final Press press;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Exports(
            GivenAnswers answers,
            SourceLines sources,
            Charter charter,
            Press press,
            ApplicationEventPublisher events,
            Clock clock) {
        this.answers = answers;
        this.sources = sources;
        this.charter = charter;
        this.press = press;
        this.events = events;
        this.clock = clock;
    }

    /** Makes the file that was asked for, and has the audit trail know who took what, in which format. */
    MadeFile make(CurrentUser user, NewExport asked) {
        charter.requireAccepted(user);
        Format format = Format.of(asked.format());
        Reviewer reviewer = Reviewer.of(asked.reviewer());
        GivenAnswer answer = answers.require(user, given(asked.conversationId()), given(asked.messageId()));
        if (!answer.whole()) {
            throw new ProblemException("export-answer-incomplete", HttpStatus.CONFLICT);
        }
        Set<Integer> leftOpen = Optional.ofNullable(asked.leftOpen()).orElse(Set.of());
        Checklist checklist = Checklist.done(answer.findings(), answer.checked(), leftOpen);
        Papers papers = new Papers(answer, reviewer, checklist, sources.of(user, answer), clock.instant());
        MadeFile file = press.print(papers.paper(charter.standingReminder()), format);
        events.publishEvent(new Exported(user.id(), answer.conversationId(), answer.messageId(), format));
        return file;
    }

    private static String given(@Nullable String id) {
        return Optional.ofNullable(id)
                .orElseThrow(() -> new ProblemException("request-invalid", HttpStatus.BAD_REQUEST));
    }
}
