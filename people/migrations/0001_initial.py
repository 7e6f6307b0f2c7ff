import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.text
import django.utils.timezone
import people.models.own_file
import people.models.person
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Tick',
            fields=[
                ('name', models.CharField(max_length=40, primary_key=True, serialize=False)),
                ('due_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('taken_until', models.DateTimeField(null=True)),
                ('began_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('failures', models.PositiveIntegerField(default=0)),
            ],
            options={
                'verbose_name': 'tick',
                'verbose_name_plural': 'ticks',
                'ordering': ('name',),
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('email', models.EmailField(blank=True, max_length=254, null=True, unique=True, verbose_name='e-mail address')),
                ('is_active', models.BooleanField(default=True, verbose_name='may sign in')),
                ('post', models.CharField(choices=[('at once', 'An answer at once, and everything else once a day'), ('daily', 'Everything once a day'), ('never', 'Nothing')], default='at once', max_length=8, verbose_name='what we write to you')),
                ('session_seed', models.CharField(default=people.models.person.new_seed, editable=False, max_length=32)),
                ('joined_at', models.DateTimeField(auto_now_add=True)),
                ('forgotten_number', models.PositiveIntegerField(blank=True, editable=False, null=True, unique=True)),
                ('forgotten_at', models.DateTimeField(blank=True, editable=False, null=True)),
            ],
            options={
                'verbose_name': 'person',
                'verbose_name_plural': 'people',
                'ordering': ('name', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('email', ''), _negated=True), name='people_person_email_is_absent_not_empty'), models.CheckConstraint(condition=models.Q(('post__in', ['at once', 'daily', 'never'])), name='people_person_post_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('forgotten_at', None), ('forgotten_number', None)), models.Q(('email', None), ('forgotten_at__isnull', False), ('forgotten_number__isnull', False), ('is_active', False)), _connector='OR'), name='people_person_forgotten_is_whole_or_absent')],
            },
        ),
        migrations.CreateModel(
            name='AccessNeed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='access_needs', to=settings.AUTH_USER_MODEL)),
                ('sort', models.CharField(max_length=32, verbose_name='what is needed')),
                ('words', models.CharField(blank=True, max_length=240, verbose_name='in their own words')),
                ('shared_with', models.CharField(choices=[('nobody', 'Nobody but me'), ('convenor', 'The convenor and the chair of my group'), ('planners', 'They, and whoever plans a meeting that I am asked to, without my name'), ('writers', 'They, and whoever plans for me or writes to me, with my name')], default='nobody', max_length=8, verbose_name='who may see it')),
                ('put_in_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('put_in_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'verbose_name': 'access need',
                'verbose_name_plural': 'access needs',
                'ordering': ('person_id', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('person', 'sort'), name='people_accessneed_once_for_a_person'), models.CheckConstraint(condition=models.Q(('shared_with__in', ['nobody', 'convenor', 'planners', 'writers'])), name='people_accessneed_circle_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('sort__endswith', '-other'), models.Q(('words', ''), _negated=True)), models.Q(models.Q(('sort__endswith', '-other'), _negated=True), ('words', '')), _connector='OR'), name='people_accessneed_own_words_where_no_sort_says_it')],
            },
        ),
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='drafts', to=settings.AUTH_USER_MODEL)),
                ('token', models.UUIDField(default=uuid.uuid4)),
                ('path', models.CharField(max_length=400)),
                ('title', models.CharField(max_length=240)),
                ('words', models.TextField(blank=True)),
                ('typed', models.TextField(blank=True)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'verbose_name': 'half-written text',
                'verbose_name_plural': 'half-written texts',
                'ordering': ('-saved_at', '-pk'),
                'constraints': [models.UniqueConstraint(fields=('person', 'token'), name='people_draft_one_for_each_form')],
            },
        ),
        migrations.CreateModel(
            name='Job',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='jobs', to=settings.AUTH_USER_MODEL)),
                ('work', models.CharField(max_length=160)),
                ('arguments', models.JSONField(default=dict)),
                ('title', models.CharField(max_length=240, verbose_name='what is done')),
                ('about_url', models.CharField(blank=True, max_length=240)),
                ('key', models.CharField(blank=True, max_length=80)),
                ('state', models.CharField(choices=[('waits', 'Waits'), ('works', 'Is being done'), ('done', 'Done'), ('failed', 'Did not work'), ('stopped', 'Stopped')], default='waits', max_length=8)),
                ('percent', models.PositiveSmallIntegerField(default=0)),
                ('step', models.CharField(blank=True, max_length=240)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('lease', models.UUIDField(null=True)),
                ('stop_asked', models.BooleanField(default=False)),
                ('queued_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('started_at', models.DateTimeField(null=True)),
                ('heartbeat_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('seen_at', models.DateTimeField(null=True)),
                ('result', models.CharField(blank=True, max_length=400, verbose_name='what came of it')),
                ('result_url', models.CharField(blank=True, max_length=240)),
                ('reason', models.CharField(blank=True, max_length=400, verbose_name='why it did not work')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'verbose_name': 'work in the background',
                'verbose_name_plural': 'work in the background',
                'ordering': ('-pk',),
                'indexes': [models.Index(fields=['person', '-id'], name='people_job_of_person'), models.Index(fields=['state', 'heartbeat_at'], name='people_job_silent')],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['waits', 'works', 'done', 'failed', 'stopped'])), name='people_job_state_is_known'), models.CheckConstraint(condition=models.Q(('percent__lte', 100)), name='people_job_percent_is_at_most_100'), models.CheckConstraint(condition=models.Q(models.Q(('lease__isnull', False), ('state', 'works')), models.Q(models.Q(('state', 'works'), _negated=True), ('lease__isnull', True)), _connector='OR'), name='people_job_lease_while_it_is_worked_on'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', True), ('state__in', ['waits', 'works'])), models.Q(('ended_at__isnull', False), ('state__in', ['done', 'failed', 'stopped'])), _connector='OR'), name='people_job_has_its_end'), models.UniqueConstraint(condition=models.Q(models.Q(('key', ''), _negated=True), ('state__in', ['waits', 'works'])), fields=('key',), name='people_job_key_once_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='Mail',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mails', to=settings.AUTH_USER_MODEL)),
                ('key', models.CharField(max_length=120, unique=True)),
                ('subject', models.CharField(max_length=200)),
                ('body', models.TextField(blank=True)),
                ('may_be_stopped', models.BooleanField(default=False)),
                ('message_id', models.CharField(max_length=120, unique=True)),
                ('state', models.CharField(choices=[('waits', 'Waits'), ('sent', 'Sent'), ('given up', 'Given up')], default='waits', max_length=8)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('try_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('leased_until', models.DateTimeField(blank=True, null=True)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('fault', models.CharField(blank=True, max_length=60)),
            ],
            options={
                'verbose_name': 'mail',
                'verbose_name_plural': 'mails',
                'ordering': ('pk',),
                'indexes': [models.Index(fields=['state', 'try_at'], name='people_mail_due')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('body', ''), ('sent_at__isnull', False), ('state', 'sent')), models.Q(('sent_at__isnull', True), ('state__in', ['waits', 'given up'])), _connector='OR'), name='people_mail_sent_has_its_time_and_no_words')],
            },
        ),
        migrations.CreateModel(
            name='NeedConsent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('need', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consents', to='people.accessneed')),
                ('shared_with', models.CharField(choices=[('nobody', 'Nobody but me'), ('convenor', 'The convenor and the chair of my group'), ('planners', 'They, and whoever plans a meeting that I am asked to, without my name'), ('writers', 'They, and whoever plans for me or writes to me, with my name')], max_length=8, verbose_name='who may see it')),
                ('text', models.PositiveSmallIntegerField(verbose_name='which text was read')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('how', models.CharField(blank=True, choices=[('', 'They put it in themselves'), ('face to face', 'Face to face'), ('phone', 'By phone'), ('writing', 'In writing')], max_length=12, verbose_name='how they said so')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'verbose_name': 'consent to share a need',
                'verbose_name_plural': 'consents to share a need',
                'ordering': ('need_id', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('shared_with__in', ['nobody', 'convenor', 'planners', 'writers'])), name='people_needconsent_circle_is_known'), models.CheckConstraint(condition=models.Q(('how__in', ['', 'face to face', 'phone', 'writing'])), name='people_needconsent_how_is_known')],
            },
        ),
        migrations.CreateModel(
            name='NeedsSheet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='needs_sheet', to=settings.AUTH_USER_MODEL)),
                ('version', models.PositiveIntegerField(default=0)),
                ('looked_at_on', models.DateField(default=django.utils.timezone.localdate, verbose_name='last looked at')),
                ('looked_at_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('review_on', models.DateField(verbose_name='asked again on')),
            ],
            options={
                'verbose_name': 'sheet of access needs',
                'verbose_name_plural': 'sheets of access needs',
                'ordering': ('person_id',),
                'constraints': [models.CheckConstraint(condition=models.Q(('review_on__gt', models.F('looked_at_on'))), name='people_needssheet_looked_at_again_later')],
            },
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=160, unique=True, verbose_name='name')),
                ('sort', models.CharField(choices=[('authority', 'Public authority'), ('provider', 'Provider of services'), ('voluntary', 'Voluntary organisation'), ('other', 'Other')], max_length=12, verbose_name='what sort of body it is')),
            ],
            options={
                'verbose_name': 'organisation',
                'verbose_name_plural': 'organisations',
                'ordering': ('name',),
                'constraints': [models.CheckConstraint(condition=models.Q(('sort__in', ['authority', 'provider', 'voluntary', 'other'])), name='people_organisation_sort_is_known')],
            },
        ),
        migrations.CreateModel(
            name='Directorate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='directorates', to='people.organisation')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
            ],
            options={
                'verbose_name': 'part of the organisation',
                'verbose_name_plural': 'parts of the organisation',
                'ordering': ('organisation_id', 'name'),
                'constraints': [models.UniqueConstraint(models.F('organisation'), django.db.models.functions.text.Lower('name'), name='people_directorate_named_once')],
            },
        ),
        migrations.CreateModel(
            name='OwnFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='own_file', to=settings.AUTH_USER_MODEL)),
                ('file', models.FileField(max_length=120, storage=people.models.own_file.files, upload_to=people.models.own_file.random_name)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'verbose_name': 'file of what is kept about somebody',
                'verbose_name_plural': 'files of what is kept about somebody',
                'ordering': ('pk',),
            },
        ),
        migrations.CreateModel(
            name='PrintedCode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='printed_codes', to=settings.AUTH_USER_MODEL)),
                ('number', models.CharField(max_length=6, unique=True)),
                ('salt', models.CharField(max_length=16)),
                ('code_hash', models.CharField(max_length=64)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='printed_codes_made', to=settings.AUTH_USER_MODEL)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('tries_left', models.PositiveSmallIntegerField(default=5)),
                ('used_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'sign-in letter',
                'verbose_name_plural': 'sign-in letters',
                'ordering': ('pk',),
                'constraints': [models.CheckConstraint(condition=models.Q(('tries_left__lte', 5)), name='people_printedcode_has_five_tries_at_most'), models.CheckConstraint(condition=models.Q(('person', models.F('made_by')), _negated=True), name='people_printedcode_is_made_by_another')],
            },
        ),
        migrations.CreateModel(
            name='Group',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('constituency', models.CharField(max_length=240, verbose_name='who the group speaks for')),
                ('is_user_controlled', models.BooleanField(default=True, verbose_name='run by users themselves')),
                ('sector', models.CharField(blank=True, max_length=80, verbose_name='what services it is about')),
                ('experience', models.CharField(blank=True, choices=[('new', 'New to it: it has not been asked before'), ('some', 'Has been asked now and then'), ('used', 'Has worked with those who plan services for years'), ('leads', 'Leads such work itself, and shows others how')], max_length=5, verbose_name='how used it is to this work')),
                ('done_before', models.TextField(blank=True, verbose_name='what it has done so far')),
                ('meets_when', models.CharField(blank=True, max_length=160, verbose_name='when it meets')),
                ('meets_where', models.CharField(blank=True, max_length=240, verbose_name='where it meets, or how')),
                ('joining', models.TextField(blank=True, verbose_name='how somebody new can come')),
                ('signing_rule', models.CharField(choices=[('one', 'Any one person who may sign for it'), ('two', 'Two people who may sign for it'), ('chair', 'Its chair')], default='one', max_length=6, verbose_name='who signs for the group')),
                ('money_open_to', models.CharField(choices=[('members', 'Its members, and the officers whom it works with'), ('sums', 'Everyone reads the sums'), ('all', 'Everyone reads the sums and what was paid')], default='members', max_length=7, verbose_name='who reads about its money')),
                ('name', models.CharField(max_length=160, unique=True, verbose_name='name')),
                ('host', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='hosted_groups', to='people.organisation', verbose_name='host')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                'verbose_name': 'group',
                'verbose_name_plural': 'groups',
                'ordering': ('name',),
                'constraints': [models.CheckConstraint(condition=models.Q(('signing_rule__in', ['one', 'two', 'chair'])), name='people_group_signing_rule_is_known'), models.CheckConstraint(condition=models.Q(('experience__in', ['', 'new', 'some', 'used', 'leads'])), name='people_group_experience_is_known'), models.CheckConstraint(condition=models.Q(('money_open_to__in', ['members', 'sums', 'all'])), name='people_group_money_open_to_is_known')],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_date', models.DateField(default=django.utils.timezone.localdate, verbose_name='from')),
                ('until_date', models.DateField(blank=True, null=True, verbose_name='until')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to=settings.AUTH_USER_MODEL)),
                ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='people.group')),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='people.organisation')),
                ('role', models.CharField(choices=[('member', 'Member'), ('representative', 'Representative, may sign for the group'), ('chair', 'Chair, may sign for the group'), ('secretary', 'Secretary, keeps the papers'), ('treasurer', 'Treasurer, keeps the money'), ('convenor', 'Convenor, supports the group'), ('commissioner', 'Commissioner'), ('councillor', 'Councillor or board member'), ('staff', 'Member of staff')], max_length=16, verbose_name='role')),
            ],
            options={
                'verbose_name': 'membership',
                'verbose_name_plural': 'memberships',
                'ordering': ('person__name', 'pk'),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('until_date__isnull', True), ('until_date__gte', django.db.models.expressions.CombinedExpression(models.F('from_date'), '-', models.Value(1))), _connector='OR'), name='people_membership_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(models.Q(('group__isnull', False), ('organisation__isnull', True), ('role__in', ['member', 'representative', 'chair', 'secretary', 'treasurer', 'convenor'])), models.Q(('group__isnull', True), ('organisation__isnull', False), ('role__in', ['commissioner', 'councillor', 'staff'])), _connector='OR'), name='people_membership_role_fits_its_body'), models.UniqueConstraint(condition=models.Q(('until_date__isnull', True)), fields=('person', 'group', 'role'), name='people_membership_once_at_a_time_in_a_group'), models.UniqueConstraint(condition=models.Q(('until_date__isnull', True)), fields=('person', 'organisation', 'role'), name='people_membership_once_at_a_time_in_a_body')],
            },
        ),
        migrations.CreateModel(
            name='Mandate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mandates', to='people.membership')),
                ('words', models.TextField(verbose_name='what they may say and sign for the group')),
                ('given_by', models.CharField(max_length=160, verbose_name='who gave them that')),
                ('given_on', models.DateField(verbose_name='when')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('written_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'verbose_name': 'mandate',
                'verbose_name_plural': 'mandates',
                'ordering': ('-pk',),
            },
        ),
        migrations.CreateModel(
            name='GroupEdition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('constituency', models.CharField(max_length=240, verbose_name='who the group speaks for')),
                ('is_user_controlled', models.BooleanField(default=True, verbose_name='run by users themselves')),
                ('sector', models.CharField(blank=True, max_length=80, verbose_name='what services it is about')),
                ('experience', models.CharField(blank=True, choices=[('new', 'New to it: it has not been asked before'), ('some', 'Has been asked now and then'), ('used', 'Has worked with those who plan services for years'), ('leads', 'Leads such work itself, and shows others how')], max_length=5, verbose_name='how used it is to this work')),
                ('done_before', models.TextField(blank=True, verbose_name='what it has done so far')),
                ('meets_when', models.CharField(blank=True, max_length=160, verbose_name='when it meets')),
                ('meets_where', models.CharField(blank=True, max_length=240, verbose_name='where it meets, or how')),
                ('joining', models.TextField(blank=True, verbose_name='how somebody new can come')),
                ('signing_rule', models.CharField(choices=[('one', 'Any one person who may sign for it'), ('two', 'Two people who may sign for it'), ('chair', 'Its chair')], default='one', max_length=6, verbose_name='who signs for the group')),
                ('money_open_to', models.CharField(choices=[('members', 'Its members, and the officers whom it works with'), ('sums', 'Everyone reads the sums'), ('all', 'Everyone reads the sums and what was paid')], default='members', max_length=7, verbose_name='who reads about its money')),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='people.group')),
                ('number', models.PositiveIntegerField()),
                ('name', models.CharField(max_length=160, verbose_name='name')),
                ('host', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation', verbose_name='host')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'verbose_name': 'edition of a group’s page',
                'verbose_name_plural': 'editions of groups’ pages',
                'ordering': ('-pk',),
                'constraints': [models.UniqueConstraint(fields=('group', 'number'), name='people_groupedition_number_once_in_a_group')],
            },
        ),
    ]
