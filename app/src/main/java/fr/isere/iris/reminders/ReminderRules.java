package fr.isere.iris.reminders;

import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.problems.StartRefused;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The rules of the file, in their priority. */
@Component
class ReminderRules implements Reminders {

    private final Tokens tokens = new Tokens();
    private final List<Rule> rules;
    private final List<Phrase> material;
    private final Calculator calculator;
    private final LinkSettings links;

    @Autowired
    ReminderRules(@Value("${iris.config.folder:#{null}}") @Nullable Path folder, LinkSettings links) {
        this(RulesFile.in(folder), links);
    }

    ReminderRules(Resource file, LinkSettings links) {
        RulesText text = RulesFile.read(file);
        this.links = links;
        try {
            this.rules = text.reminders().stream()
                    .map(one -> Rule.of(one, text.lists(), tokens))
                    .toList();
            this.material = Rule.phrases(text.material(), text.lists(), tokens);
            this.calculator = new Calculator(new Units(text.units()));
        } catch (IllegalArgumentException e) {
            throw new StartRefused(file.getDescription() + ": " + e.getMessage());
        }
    }

    @Override
    public Optional<Reminder> of(String request) {
        List<List<Token>> sentences = sentences(request);
        Optional<Reminder.Result> result = calculator.resultOf(request);
        return rules.stream()
                .filter(rule -> isDeserved(rule, sentences, result))
                .findFirst()
                .map(rule -> reminder(rule, result));
    }

    @Override
    public void requireAcknowledged(String request, @Nullable Collection<String> acknowledged) {
        List<List<Token>> sentences = sentences(request);
        rules.stream()
                .filter(Rule::mustAcknowledge)
                .filter(rule -> acknowledged == null
                        || !acknowledged.contains(rule.text().kind()))
                .filter(rule -> isDeserved(rule, sentences, Optional.empty()))
                .findFirst()
                .map(rule -> reminder(rule, Optional.empty()))
                .ifPresent(ReminderRules::refuse);
    }

    private static void refuse(Reminder reminder) {
        throw new ProblemException("reminder-not-acknowledged", HttpStatus.CONFLICT).with("reminder", reminder);
    }

    private List<List<Token>> sentences(String request) {
        return RequestText.sentences(
                request, tokens, sentence -> material.stream().anyMatch(phrase -> phrase.isIn(sentence)));
    }

    private static boolean isDeserved(Rule rule, List<List<Token>> sentences, Optional<Reminder.Result> result) {
        return (rule.computes() && result.isPresent()) || rule.isDeservedBy(sentences);
    }

    private Reminder reminder(Rule rule, Optional<Reminder.Result> result) {
        RulesText.ReminderText text = rule.text();
        return new Reminder(
                text.kind(),
                text.title(),
                text.text(),
                rule.mustAcknowledge(),
                rule.computes() ? result.orElse(null) : null,
                Boolean.TRUE.equals(text.openData()) ? links.openData() : null);
    }
}
